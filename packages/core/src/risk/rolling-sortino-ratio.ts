import { excessReturns } from "../series/excess-returns.ts";
import { checkedPeriodsPerYear } from "../series/periods-per-year.ts";
import { rollingSums } from "../series/rolling-sums.ts";
import { rollingShortfall } from "./rolling-downside-deviation.ts";
import { noVariation } from "./standard-deviation.ts";

/**
 * The Sortino ratio of each window of exactly so many periods: `rolling(sortinoRatio, window)` in one walk.
 *
 * Units: a plain number, restated per year; the required return is per period, a number or one for each return.
 * Shape: item i is of the periods i to i + window - 1; none when there are fewer. Missing returns (NaN) are left out of
 * their windows with their partner; NaN, undefined, where fewer than two are known or none falls short.
 * Cost: O(returns), whatever the window.
 *
 * @throws {PortfolioError} `argument-out-of-range`: the window is no whole number above 0, or `periodsPerYear` is not
 *   above 0; `length-mismatch`: the list of required returns has another length
 * @see docs/methods/rolling.md
 */
export function rollingSortinoRatio(
  returns: ArrayLike<number>,
  window: number,
  requiredReturnPerPeriod: number | ArrayLike<number>,
  periodsPerYear: number,
): Float64Array {
  const root = Math.sqrt(checkedPeriodsPerYear(periodsPerYear));
  const excess = excessReturns(returns, requiredReturnPerPeriod);
  const { counts, sums } = rollingSums(excess, window);
  const shortfalls = rollingShortfall(excess, window);
  return sums.map((sum, i) => {
    const isKnown = counts[i]! >= 2 && shortfalls[i]! >= noVariation && Number.isFinite(sum);
    return isKnown ? (sum / counts[i]! / shortfalls[i]!) * root : Number.NaN;
  });
}
