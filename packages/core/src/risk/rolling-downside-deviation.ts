import { excessReturns } from "../series/excess-returns.ts";
import { checkedPeriodsPerYear } from "../series/periods-per-year.ts";
import { rollingSums } from "../series/rolling-sums.ts";

/**
 * The downside deviation of each window of exactly so many periods: `rolling(downsideDeviation, window)` in one walk.
 *
 * Units: fraction per year; the required return is per period, a number or one for each return.
 * Shape: item i is of the periods i to i + window - 1; none when there are fewer. Missing returns (NaN) are left out of
 * their windows with their partner; NaN, undefined, where none is known.
 * Cost: O(returns), whatever the window.
 *
 * @throws {PortfolioError} `argument-out-of-range`: the window is no whole number above 0, or `periodsPerYear` is not
 *   above 0; `length-mismatch`: the list of required returns has another length
 * @see docs/methods/rolling.md
 */
export function rollingDownsideDeviation(
  returns: ArrayLike<number>,
  window: number,
  requiredReturnPerPeriod: number | ArrayLike<number>,
  periodsPerYear: number,
): Float64Array {
  const root = Math.sqrt(checkedPeriodsPerYear(periodsPerYear));
  return rollingShortfall(excessReturns(returns, requiredReturnPerPeriod), window).map((shortfall) => shortfall * root);
}

/**
 * The root mean square shortfall of each window, over all its known items.
 *
 * @throws {PortfolioError} `argument-out-of-range`: the window is no whole number above 0
 */
export function rollingShortfall(excess: Float64Array, window: number): Float64Array {
  const squares = new Float64Array(excess.length);
  for (let i = 0; i < excess.length; i++)
    squares[i] = Number.isFinite(excess[i]) ? Math.min(excess[i]!, 0) ** 2 : Number.NaN;
  const { counts, sums } = rollingSums(squares, window);
  for (let i = 0; i < sums.length; i++) {
    const isKnown = counts[i] !== 0 && Number.isFinite(sums[i]);
    sums[i] = isKnown ? Math.sqrt(sums[i]! / counts[i]!) : Number.NaN;
  }
  return sums;
}
