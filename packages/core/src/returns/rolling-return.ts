import { rollingGrowth } from "../series/rolling-growth.ts";

/**
 * The linked return of each window of exactly so many periods: `rolling(cumulativeReturn, window)` in one walk.
 *
 * Units: fraction over the window, not restated per year.
 * Shape: item i is of the periods i to i + window - 1; none when there are fewer. NaN, undefined, where a return of the
 * window is not known.
 * Cost: O(returns), whatever the window.
 *
 * @throws {PortfolioError} `argument-out-of-range`: the window is no whole number above 0
 * @see docs/methods/rolling.md
 */
export function rollingReturn(returns: ArrayLike<number>, window: number): Float64Array {
  return rollingGrowth(new Float64Array(returns), window).map((growth) =>
    Number.isFinite(growth) ? growth : Number.NaN,
  );
}
