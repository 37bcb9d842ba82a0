import type { Measured } from "../outcome/measured.ts";
import { captureWhere } from "./capture-where.ts";
import { rose } from "./rose-or-fell.ts";

/**
 * Up capture: the annualized return over the benchmark's, over the periods in which the benchmark rose.
 *
 * The exponent of annualization is periodsPerYear / the number of periods that count.
 *
 * Units: a plain number; 1 is all of its gains.
 * Shape: one return and one of the benchmark for each period. Missing ones (NaN) are left out with their partners.
 * Undefined: no such period -> `too-few-observations`; everything or more was lost -> `no-capital`; the benchmark's
 * annualized return is 0 -> `zero-denominator`.
 *
 * @throws {PortfolioError} `length-mismatch`: there are not as many returns as benchmark returns; `argument-out-of-range`:
 * `periodsPerYear` is not above 0
 * @see docs/methods/benchmark.md
 */
export function upCapture(returns: ArrayLike<number>, benchmark: ArrayLike<number>, periodsPerYear: number): Measured {
  return captureWhere(returns, benchmark, periodsPerYear, rose);
}
