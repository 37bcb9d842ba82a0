import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { mean } from "../series/compensated-sum.ts";
import { noVariation, standardDeviation } from "./standard-deviation.ts";

/** The risk-free rate, named by its period: exactly one of the two, there is no default. */
export type RiskFree =
  | { readonly riskFreeRate: number; readonly riskFreePerPeriod?: never }
  | { readonly riskFreePerPeriod: number | ArrayLike<number>; readonly riskFreeRate?: never };

/** The risk-free return of each period: an annual rate becomes (1 + rf)^(1 / periodsPerYear) - 1. */
export function riskFreeOfPeriod(riskFree: RiskFree, periodsPerYear: number): (period: number) => number {
  if (riskFree.riskFreeRate !== undefined) {
    const perPeriod = (1 + riskFree.riskFreeRate) ** (1 / periodsPerYear) - 1;
    return () => perPeriod;
  }
  const given = riskFree.riskFreePerPeriod;
  return typeof given === "number" ? () => given : (period) => given[period]!;
}

/**
 * Sharpe ratio: mean excess return / its sample deviation x the square root of the periods in a year.
 *
 * Units: a plain number, restated per year; returns and risk-free rate are fractions.
 * Shape: one return for each period; a list of `riskFreePerPeriod` has as many. Missing returns (NaN) are left out with
 * their risk-free partner.
 * Sign: negative when the mean return is below the risk-free one.
 * Undefined: fewer than two returns -> `too-few-observations`; a deviation below 1e-15 -> `no-variation`.
 *
 * @see docs/methods/measures.md
 * @example
 * const monthlyReturns = Float64Array.of(0.02, -0.01, 0.015, 0.005);
 * const ratio = sharpeRatio(monthlyReturns, { riskFreePerPeriod: 0.002 }, 12);
 * ratio.value?.toFixed(3); // => "1.440"
 * sharpeRatio(Float64Array.of(0.02), { riskFreePerPeriod: 0.002 }, 12);
 * // => { value: undefined, reason: "too-few-observations" }
 */
export function sharpeRatio(returns: Float64Array, riskFree: RiskFree, periodsPerYear: number): Measured {
  const free = riskFreeOfPeriod(riskFree, periodsPerYear);
  const excess = returns.map((value, period) => value - free(period)).filter((value) => !Number.isNaN(value));
  if (excess.length < 2) return unmeasured("too-few-observations");
  const deviation = standardDeviation(excess);
  if (deviation < noVariation) return unmeasured("no-variation");
  return measured((mean(excess) / deviation) * Math.sqrt(periodsPerYear));
}
