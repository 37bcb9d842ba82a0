import { type Measured } from "../outcome/measured.ts";
import { volatility } from "../risk/volatility.ts";
import { activeReturns } from "./active-returns.ts";

/**
 * Tracking error: the sample deviation of active returns x the square root of the periods in a year.
 *
 * Units: fraction per year.
 * Shape: one return and one of the benchmark for each period. Missing ones (NaN) are left out with their partners.
 * Undefined: fewer than two pairs -> `too-few-observations`. A benchmark followed exactly has 0.
 *
 * @throws {PortfolioError} `length-mismatch`: there are not as many returns as benchmark returns; `argument-out-of-range`:
 * `periodsPerYear` is not above 0
 * @see docs/methods/benchmark.md
 */
export function trackingError(
  returns: ArrayLike<number>,
  benchmark: ArrayLike<number>,
  periodsPerYear: number,
): Measured {
  return volatility(activeReturns(returns, benchmark), periodsPerYear);
}
