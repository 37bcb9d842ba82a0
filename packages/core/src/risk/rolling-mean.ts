import { rollingSums } from "../series/rolling-sums.ts";

/**
 * The mean return of each window of exactly so many periods.
 *
 * Units: fraction per period.
 * Shape: item i is of the periods i to i + window - 1; none when there are fewer. Missing returns (NaN) are left out of
 * their windows; NaN, undefined, where none is known.
 * Cost: O(returns), whatever the window.
 *
 * @throws {PortfolioError} `argument-out-of-range`: the window is no whole number above 0
 * @see docs/methods/rolling.md
 */
export function rollingMean(returns: ArrayLike<number>, window: number): Float64Array {
  const { counts, sums } = rollingSums(new Float64Array(returns), window);
  return sums.map((sum, i) => (counts[i] === 0 || !Number.isFinite(sum) ? Number.NaN : sum / counts[i]!));
}
