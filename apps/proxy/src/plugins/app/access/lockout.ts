/** Counts wrong tokens per address and says when an address has had enough. */
export interface Lockout {
  /** Seconds until the address may try again; 0 if it may now. */
  readonly secondsLeft: (address: string) => number;
  readonly countWrong: (address: string) => void;
}

const windowMilliseconds = 15 * 60_000;
const addressesKept = 10_000;

/**
 * 20 wrong tokens in 15 minutes lock an address out until the 15 minutes are over, right tokens included: otherwise a
 * guesser would still see which guess is right.
 */
export function createLockout(now: () => number, allowed = 20): Lockout {
  const wrong = new Map<string, { count: number; until: number }>();

  function current(address: string): { count: number; until: number } | undefined {
    const entry = wrong.get(address);
    if (entry !== undefined && entry.until <= now()) wrong.delete(address);
    return wrong.get(address);
  }

  return {
    secondsLeft(address) {
      const entry = current(address);
      return entry === undefined || entry.count < allowed ? 0 : Math.ceil((entry.until - now()) / 1000);
    },
    countWrong(address) {
      const entry = current(address) ?? { count: 0, until: now() + windowMilliseconds };
      entry.count += 1;
      const [oldest] = wrong.keys();
      if (wrong.size >= addressesKept && oldest !== undefined) wrong.delete(oldest);
      wrong.set(address, entry);
    },
  };
}
