import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { excessReturns } from "../series/excess-returns.ts";
import { knownReturns } from "../series/known-returns.ts";
import { sumOfGains, sumOfLosses } from "./gains-and-losses.ts";

/**
 * Omega ratio: the sum of what returns lie above a threshold / the sum of what they lie below it.
 *
 * Units: a plain number; the threshold is per period, a number or one for each return.
 * Shape: one return for each period. Missing returns (NaN) are left out with their partner.
 * Undefined: fewer than two returns -> `too-few-observations`; none below the threshold -> `no-losses`.
 *
 * @throws {PortfolioError} `length-mismatch`: the list of thresholds has another length
 * @see docs/methods/wins-and-losses.md
 */
export function omegaRatio(returns: ArrayLike<number>, thresholdPerPeriod: number | ArrayLike<number>): Measured {
  const excess = knownReturns(excessReturns(returns, thresholdPerPeriod));
  if (excess.length < 2) return unmeasured("too-few-observations");
  const losses = sumOfLosses(excess);
  return losses === 0 ? unmeasured("no-losses") : measuredIfFinite(sumOfGains(excess) / losses);
}
