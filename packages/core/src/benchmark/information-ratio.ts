import type { Measured } from "../outcome/measured.ts";
import { sharpeRatio } from "../risk/sharpe-ratio.ts";
import { activeReturns } from "./active-returns.ts";

/**
 * Information ratio: mean active return / its sample deviation x the square root of the periods in a year.
 *
 * The Sharpe ratio with the benchmark in the place of what is free of risk.
 *
 * Units: a plain number, restated per year.
 * Shape: one return and one of the benchmark for each period. Missing ones (NaN) are left out with their partners.
 * Sign:  negative where the benchmark did better.
 * Undefined: fewer than two pairs -> `too-few-observations`; a deviation below 1e-15 -> `no-variation`.
 *
 * @throws {PortfolioError} `length-mismatch`: there are not as many returns as benchmark returns; `argument-out-of-range`:
 * `periodsPerYear` is not above 0
 * @see docs/methods/benchmark.md
 * @example
 * const market = [0.01, -0.02, 0.03, 0];
 * informationRatio([0.02, -0.02, 0.04, -0.01], market, 12).value?.toFixed(4); // => "0.9045"
 */
export function informationRatio(
  returns: ArrayLike<number>,
  benchmark: ArrayLike<number>,
  periodsPerYear: number,
): Measured {
  return sharpeRatio(activeReturns(returns, benchmark), { riskFreePerPeriod: 0 }, periodsPerYear);
}
