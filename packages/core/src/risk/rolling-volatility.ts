import { checkedPeriodsPerYear } from "../series/periods-per-year.ts";
import { rollingDeviations } from "../series/rolling-deviations.ts";

/**
 * The volatility of each window of exactly so many periods: `rolling(volatility, window)` in one walk.
 *
 * Units: fraction per year.
 * Shape: item i is of the periods i to i + window - 1; none when there are fewer. Missing returns (NaN) are left out of
 * their windows; NaN, undefined, where fewer than two are known.
 * Cost: O(returns), whatever the window.
 *
 * @throws {PortfolioError} `argument-out-of-range`: the window is no whole number above 0, or `periodsPerYear` is not
 *   above 0
 * @see docs/methods/rolling.md
 */
export function rollingVolatility(returns: ArrayLike<number>, window: number, periodsPerYear: number): Float64Array {
  const root = Math.sqrt(checkedPeriodsPerYear(periodsPerYear));
  const { counts, squares } = rollingDeviations(new Float64Array(returns), window);
  // In place: `map` would take as long as the walk itself.
  for (let i = 0; i < squares.length; i++) squares[i] = rollingDeviation(squares[i]!, counts[i]!) * root;
  return squares;
}

/** The sample deviation of a window; NaN for fewer than two items or beyond the range of a double. */
export function rollingDeviation(squares: number, count: number): number {
  return count < 2 || !Number.isFinite(squares) ? Number.NaN : Math.sqrt(squares / (count - 1));
}
