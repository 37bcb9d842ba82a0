import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { mean } from "../series/compensated-sum.ts";
import { excessReturns } from "../series/excess-returns.ts";
import { knownReturns } from "../series/known-returns.ts";
import { checkedPeriodsPerYear } from "../series/periods-per-year.ts";
import { rootMeanSquareShortfall } from "./downside-deviation.ts";
import { noVariation } from "./standard-deviation.ts";

/**
 * Sortino ratio: mean return above a required one x the periods in a year / downside deviation.
 *
 * Units: a plain number, restated per year; the required return is per period, a number or one for each return.
 * Shape: one return for each period. Missing returns (NaN) are left out with their partner.
 * Sign: negative when the mean return is below the required one.
 * Undefined: fewer than two returns -> `too-few-observations`; no return falls short (by more than 1e-15) ->
 * `no-losses`.
 *
 * @throws {PortfolioError} `length-mismatch`: the list of required returns has another length; `argument-out-of-range`:
 *   `periodsPerYear` is not above 0
 * @see docs/methods/measures.md
 */
export function sortinoRatio(
  returns: ArrayLike<number>,
  requiredReturnPerPeriod: number | ArrayLike<number>,
  periodsPerYear: number,
): Measured {
  const yearly = checkedPeriodsPerYear(periodsPerYear);
  const excess = knownReturns(excessReturns(returns, requiredReturnPerPeriod));
  if (excess.length < 2) return unmeasured("too-few-observations");
  const shortfall = rootMeanSquareShortfall(excess);
  if (shortfall < noVariation) return unmeasured("no-losses");
  return measuredIfFinite((mean(excess) / shortfall) * Math.sqrt(yearly));
}
