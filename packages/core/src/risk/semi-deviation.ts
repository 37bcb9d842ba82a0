import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { compensatedSum, mean } from "../series/compensated-sum.ts";
import { knownReturns } from "../series/known-returns.ts";
import { checkedPeriodsPerYear } from "../series/periods-per-year.ts";

/**
 * Semi-deviation: as volatility, but only returns below the mean deviate; the others count as the mean itself.
 *
 * Divided by n - 1 of all returns, so that symmetric returns have volatility / the square root of 2. Use
 * {@link downsideDeviation} to measure from a required return instead of the mean.
 *
 * Units: fraction per year.
 * Shape: one return for each period. Missing returns (NaN) are left out.
 * Undefined: fewer than two returns -> `too-few-observations`. Flat returns have 0.
 *
 * @throws {PortfolioError} `argument-out-of-range`: `periodsPerYear` is not above 0
 * @see docs/methods/measures.md
 */
export function semiDeviation(returns: ArrayLike<number>, periodsPerYear: number): Measured {
  const yearly = checkedPeriodsPerYear(periodsPerYear);
  const known = knownReturns(returns);
  if (known.length < 2) return unmeasured("too-few-observations");
  const center = mean(known);
  const squares = compensatedSum(known.map((value) => Math.min(value - center, 0) ** 2));
  return measuredIfFinite(Math.sqrt(squares / (known.length - 1)) * Math.sqrt(yearly));
}
