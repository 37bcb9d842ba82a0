/** Spreads calls over time. */
export interface TokenBucket {
  /**
   * Takes the next place in the queue and returns the milliseconds to wait for it; undefined, and no place taken, if
   * that is more than `longest`.
   */
  readonly reserve: (longest: number) => number | undefined;
  /** Milliseconds until a place would be free. */
  readonly delay: () => number;
}

/** A bucket that fills at `perSecond` and holds `burst`; a clock that jumps back fills nothing. */
export function createTokenBucket(
  { perSecond, burst }: { perSecond: number; burst: number },
  now: () => number,
): TokenBucket {
  let tokens = burst;
  let filledAt = now();

  function delay(): number {
    const moment = now();
    tokens = Math.min(burst, tokens + (Math.max(0, moment - filledAt) / 1000) * perSecond);
    filledAt = moment;
    return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perSecond) * 1000);
  }

  return {
    delay,
    reserve(longest) {
      const wait = delay();
      if (wait > longest) return undefined;
      tokens -= 1;
      return wait;
    },
  };
}
