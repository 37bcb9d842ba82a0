import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { knownReturns } from "../series/known-returns.ts";
import { quantile } from "../series/quantile.ts";

/**
 * Tail ratio: the size of the 95th percentile of returns / that of the 5th.
 *
 * Units: a plain number; above 1 the best returns are larger than the worst. Percentiles are of type 7.
 * Shape: one return for each period, in any order. Missing returns (NaN) are left out.
 * Undefined: no returns -> `too-few-observations`; a 5th percentile of 0 -> `no-losses`.
 *
 * @see docs/methods/tails.md
 */
export function tailRatio(returns: ArrayLike<number>): Measured {
  const known = knownReturns(returns).sort();
  if (known.length === 0) return unmeasured("too-few-observations");
  const worst = Math.abs(quantile(known, 0.05));
  return worst === 0 ? unmeasured("no-losses") : measuredIfFinite(Math.abs(quantile(known, 0.95)) / worst);
}
