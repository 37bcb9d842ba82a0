import type { Measured } from "../outcome/measured.ts";
import { downCapture } from "./down-capture.ts";
import { quotient } from "./quotient.ts";
import { upCapture } from "./up-capture.ts";

/**
 * Up capture over down capture: above 1 where more of the benchmark's gains than of its losses were taken along.
 *
 * Units: a plain number. Shape as {@link upCapture}.
 * Undefined: either is, for its reason; down capture is 0 -> `zero-denominator`.
 *
 * @throws {PortfolioError} `length-mismatch`: there are not as many returns as benchmark returns; `argument-out-of-range`:
 * `periodsPerYear` is not above 0
 * @see docs/methods/benchmark.md
 */
export function upDownCapture(
  returns: ArrayLike<number>,
  benchmark: ArrayLike<number>,
  periodsPerYear: number,
): Measured {
  return quotient(upCapture(returns, benchmark, periodsPerYear), downCapture(returns, benchmark, periodsPerYear));
}
