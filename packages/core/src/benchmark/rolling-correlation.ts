import { noVariation } from "../risk/standard-deviation.ts";
import { requireSameLength } from "../series/require-same-length.ts";
import { rollingPairDeviations } from "../series/rolling-pair-deviations.ts";

/**
 * The {@link correlation} of each window of exactly so many periods, in one walk.
 *
 * Units: a plain number from -1 to 1.
 * Shape: item i is of the periods i to i + window - 1; none when there are fewer. Missing returns (NaN) are left out of
 * their windows with their partners; NaN, undefined, where fewer than two pairs are known or either side does not vary.
 * Cost:  O(returns), whatever the window.
 *
 * @throws {PortfolioError} `length-mismatch`: there are not as many returns as benchmark returns;
 *   `argument-out-of-range`: the window is no whole number above 0
 * @see docs/methods/benchmark.md
 */
export function rollingCorrelation(
  returns: ArrayLike<number>,
  benchmark: ArrayLike<number>,
  window: number,
): Float64Array {
  requireSameLength("Returns and benchmark", returns, benchmark);
  const { counts, squares, otherSquares, products } = rollingPairDeviations(
    Float64Array.from(returns),
    Float64Array.from(benchmark),
    window,
  );
  return products.map((product, i) => {
    const least = Math.min(squares[i]!, otherSquares[i]!);
    const deviation = counts[i]! < 2 ? 0 : Math.sqrt(least / (counts[i]! - 1));
    if (deviation < noVariation) return Number.NaN;
    return Math.max(-1, Math.min(1, (product / squares[i]!) * Math.sqrt(squares[i]! / otherSquares[i]!)));
  });
}
