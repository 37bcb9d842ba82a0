/** Counts wrong tokens per address and says when an address has had enough. */
export interface Lockout {
  /** Seconds until the address may try again; 0 if it may now. */
  readonly secondsLeft: (address: string) => number;
  readonly countWrong: (address: string) => void;
}

const windowMilliseconds = 15 * 60_000;

/**
 * 20 wrong tokens in 15 minutes lock an address out until the 15 minutes are over, right tokens included: otherwise a
 * guesser would still see which guess is right.
 */
export function createLockout(now: () => number, allowed = 20, addressesKept = 10_000): Lockout {
  const wrong = new Map<string, { count: number; until: number }>();

  function current(address: string): { count: number; until: number } | undefined {
    const entry = wrong.get(address);
    if (entry !== undefined && entry.until <= now()) wrong.delete(address);
    return wrong.get(address);
  }

  /** Addresses stand in the order of their first wrong token, so of their end: those that are over come first. */
  function makeRoom(): void {
    for (const [address, { until }] of wrong) {
      if (until > now() && wrong.size < addressesKept) return;
      wrong.delete(address);
    }
  }

  return {
    secondsLeft(address) {
      const entry = current(address);
      return entry === undefined || entry.count < allowed ? 0 : Math.ceil((entry.until - now()) / 1000);
    },
    countWrong(address) {
      const entry = current(address);
      if (entry !== undefined) {
        entry.count += 1;
        return;
      }
      makeRoom();
      wrong.set(address, { count: 1, until: now() + windowMilliseconds });
    },
  };
}
