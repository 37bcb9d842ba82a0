import { rollingDeviations } from "../series/rolling-deviations.ts";
import { rollingSums } from "../series/rolling-sums.ts";
import { excessOverRiskFree, type RiskFree } from "./risk-free.ts";
import { rollingDeviation } from "./rolling-volatility.ts";
import { noVariation } from "./standard-deviation.ts";

/**
 * The Sharpe ratio of each window of exactly so many periods: `rolling(sharpeRatio, window)` in one walk.
 *
 * Units: a plain number, restated per year.
 * Shape: item i is of the periods i to i + window - 1; none when there are fewer. Missing returns (NaN) are left out of
 * their windows with their risk-free partner; NaN, undefined, where fewer than two are known or they do not vary.
 * Cost: O(returns), whatever the window.
 *
 * @throws {PortfolioError} `argument-out-of-range`: the window is no whole number above 0, `periodsPerYear` is not above
 *   0, or the risk-free rate cannot be; `length-mismatch`: the list of risk-free returns has another length
 * @see docs/methods/rolling.md
 */
export function rollingSharpeRatio(
  returns: ArrayLike<number>,
  window: number,
  riskFree: RiskFree,
  periodsPerYear: number,
): Float64Array {
  const excess = excessOverRiskFree(returns, riskFree, periodsPerYear);
  const { counts, squares } = rollingDeviations(excess, window);
  const { sums } = rollingSums(excess, window);
  const root = Math.sqrt(periodsPerYear);
  return sums.map((sum, i) => {
    const deviation = rollingDeviation(squares[i]!, counts[i]!);
    return deviation >= noVariation ? (sum / counts[i]! / deviation) * root : Number.NaN;
  });
}
