import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { knownReturns } from "../series/known-returns.ts";

/**
 * Win rate: wins / (wins + losses).
 *
 * Units: fraction from 0 to 1. Shape: returns, or results of round trips; missing ones (NaN) are left out, and 0 is
 * neither a win nor a loss.
 * Undefined: neither a win nor a loss -> `too-few-observations`.
 *
 * @see docs/methods/wins-and-losses.md
 */
export function winRate(results: ArrayLike<number>): Measured {
  const known = knownReturns(results);
  const wins = known.filter((value) => value > 0).length;
  const losses = known.filter((value) => value < 0).length;
  return wins + losses === 0 ? unmeasured("too-few-observations") : measured(wins / (wins + losses));
}
