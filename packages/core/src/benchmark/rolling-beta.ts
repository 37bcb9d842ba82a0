import { noVariation } from "../risk/standard-deviation.ts";
import { rollingPairDeviations } from "../series/rolling-pair-deviations.ts";
import { excessReturns } from "../series/excess-returns.ts";
import { requireSameLength } from "../series/require-same-length.ts";
import type { RiskFreePerPeriod } from "./paired-returns.ts";

/**
 * The {@link beta} of each window of exactly so many periods, in one walk.
 *
 * Units: a plain number.
 * Shape: item i is of the periods i to i + window - 1; none when there are fewer. Missing returns (NaN) are left out of
 * their windows with their partners; NaN, undefined, where fewer than two pairs are known or the benchmark does not vary.
 * Cost:  O(returns), whatever the window.
 *
 * @throws {PortfolioError} `length-mismatch`: there are not as many returns as benchmark or risk-free returns;
 *   `argument-out-of-range`: the window is no whole number above 0
 * @see docs/methods/benchmark.md
 */
export function rollingBeta(
  returns: ArrayLike<number>,
  benchmark: ArrayLike<number>,
  window: number,
  { riskFreePerPeriod }: RiskFreePerPeriod,
): Float64Array {
  requireSameLength("Returns and benchmark", returns, benchmark);
  const excess = excessReturns(returns, riskFreePerPeriod);
  const market = excessReturns(benchmark, riskFreePerPeriod);
  const { counts, otherSquares, products } = rollingPairDeviations(excess, market, window);
  return products.map((product, i) => {
    const deviation = counts[i]! < 2 ? 0 : Math.sqrt(otherSquares[i]! / (counts[i]! - 1));
    return deviation < noVariation ? Number.NaN : product / otherSquares[i]!;
  });
}
