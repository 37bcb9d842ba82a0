import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { knownReturns } from "../series/known-returns.ts";
import { sumOfGains, sumOfLosses } from "./gains-and-losses.ts";

/**
 * Profit factor: the sum of wins / the sum of losses as a positive number.
 *
 * Units: a plain number, 0 without a win. Shape: returns, or results of round trips in one currency; missing ones (NaN)
 * are left out.
 * Undefined: nothing given -> `too-few-observations`; no loss -> `no-losses`.
 *
 * @see docs/methods/wins-and-losses.md
 */
export function profitFactor(results: ArrayLike<number>): Measured {
  const known = knownReturns(results);
  if (known.length === 0) return unmeasured("too-few-observations");
  const losses = sumOfLosses(known);
  return losses === 0 ? unmeasured("no-losses") : measuredIfFinite(sumOfGains(known) / losses);
}
