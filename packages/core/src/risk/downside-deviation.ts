import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { compensatedSum } from "../series/compensated-sum.ts";
import { excessReturns } from "../series/excess-returns.ts";
import { knownReturns } from "../series/known-returns.ts";
import { checkedPeriodsPerYear } from "../series/periods-per-year.ts";

/**
 * Downside deviation: the root mean square of shortfalls below a required return x the square root of the periods in a
 * year.
 *
 * The mean is over all n returns; those at or above the required one fall short by 0.
 *
 * Units: fraction per year; the required return is per period, a number or one for each return.
 * Shape: one return for each period. Missing returns (NaN) are left out with their partner.
 * Undefined: no returns -> `too-few-observations`. Without a shortfall it is 0.
 *
 * @throws {PortfolioError} `length-mismatch`: the list of required returns has another length; `argument-out-of-range`:
 *   `periodsPerYear` is not above 0
 * @see docs/methods/measures.md
 */
export function downsideDeviation(
  returns: ArrayLike<number>,
  requiredReturnPerPeriod: number | ArrayLike<number>,
  periodsPerYear: number,
): Measured {
  const yearly = checkedPeriodsPerYear(periodsPerYear);
  const excess = knownReturns(excessReturns(returns, requiredReturnPerPeriod));
  if (excess.length === 0) return unmeasured("too-few-observations");
  return measuredIfFinite(rootMeanSquareShortfall(excess) * Math.sqrt(yearly));
}

/** The root mean square of the negative ones, over all of them; NaN for none, so callers check first. */
export function rootMeanSquareShortfall(excess: Float64Array): number {
  const squares = new Float64Array(excess.length);
  for (let i = 0; i < excess.length; i++) squares[i] = Math.min(excess[i]!, 0) ** 2;
  return Math.sqrt(compensatedSum(squares) / excess.length);
}
