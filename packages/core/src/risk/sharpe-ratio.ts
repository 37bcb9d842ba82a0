import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { mean } from "../series/compensated-sum.ts";
import { knownReturns } from "../series/known-returns.ts";
import { excessOverRiskFree, type RiskFree } from "./risk-free.ts";
import { noVariation, standardDeviation } from "./standard-deviation.ts";

/**
 * Sharpe ratio: mean excess return / its sample deviation x the square root of the periods in a year.
 *
 * Units: a plain number, restated per year; returns and risk-free rate are fractions.
 * Shape: one return for each period; a list of `riskFreePerPeriod` has as many. Missing returns (NaN) are left out with
 * their risk-free partner.
 * Sign: negative when the mean return is below the risk-free one.
 * Undefined: fewer than two returns -> `too-few-observations`; a deviation below 1e-15 -> `no-variation`.
 *
 * @throws {PortfolioError} `length-mismatch`: the list of risk-free returns has another length; `argument-out-of-range`:
 *   `periodsPerYear` is not above 0, or the risk-free rate cannot be
 * @see docs/methods/measures.md
 * @example
 * const monthlyReturns = Float64Array.of(0.02, -0.01, 0.015, 0.005);
 * const ratio = sharpeRatio(monthlyReturns, { riskFreePerPeriod: 0.002 }, 12);
 * ratio.value?.toFixed(3); // => "1.440"
 * sharpeRatio(Float64Array.of(0.02), { riskFreePerPeriod: 0.002 }, 12);
 * // => { value: undefined, reason: "too-few-observations" }
 */
export function sharpeRatio(returns: ArrayLike<number>, riskFree: RiskFree, periodsPerYear: number): Measured {
  const excess = knownReturns(excessOverRiskFree(returns, riskFree, periodsPerYear));
  if (excess.length < 2) return unmeasured("too-few-observations");
  const deviation = standardDeviation(excess);
  if (deviation < noVariation) return unmeasured("no-variation");
  return measuredIfFinite((mean(excess) / deviation) * Math.sqrt(periodsPerYear));
}
