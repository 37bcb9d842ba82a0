import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { compensatedSum } from "../series/compensated-sum.ts";
import { knownReturns } from "../series/known-returns.ts";
import { sumOfLosses } from "./gains-and-losses.ts";

/**
 * Gain-to-pain ratio: the sum of all returns / the sum of losses as a positive number.
 *
 * Units: a plain number. Shape: one return for each period; missing ones (NaN) are left out.
 * Undefined: no returns -> `too-few-observations`; no loss -> `no-losses`.
 *
 * @see docs/methods/wins-and-losses.md
 */
export function gainToPainRatio(returns: ArrayLike<number>): Measured {
  const known = knownReturns(returns);
  if (known.length === 0) return unmeasured("too-few-observations");
  const losses = sumOfLosses(known);
  return losses === 0 ? unmeasured("no-losses") : measuredIfFinite(compensatedSum(known) / losses);
}
