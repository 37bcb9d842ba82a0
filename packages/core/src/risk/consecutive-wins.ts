import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { knownReturns } from "../series/known-returns.ts";

/**
 * The longest run of returns above 0.
 *
 * Units: how many periods. Shape: returns in the order of time; missing ones (NaN) are left out, 0 ends a run.
 * Undefined: no returns -> `too-few-observations`.
 *
 * @see docs/methods/wins-and-losses.md
 */
export function consecutiveWins(returns: ArrayLike<number>): Measured {
  return longestRun(returns, (value) => value > 0);
}

/** The longest run of returns below 0; otherwise as {@link consecutiveWins}, also in when it is undefined. */
export function consecutiveLosses(returns: ArrayLike<number>): Measured {
  return longestRun(returns, (value) => value < 0);
}

function longestRun(returns: ArrayLike<number>, belongs: (value: number) => boolean): Measured {
  const known = knownReturns(returns);
  if (known.length === 0) return unmeasured("too-few-observations");
  let longest = 0;
  let run = 0;
  for (const value of known) {
    run = belongs(value) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return measured(longest);
}
