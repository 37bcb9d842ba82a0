import { type Measured, measured } from "../outcome/measured.ts";
import { correlation } from "./correlation.ts";

/**
 * R squared: the share of the variance of returns that a straight line over the benchmark's explains.
 *
 * Units: fraction from 0 to 1; the square of {@link correlation}. Shape and undefined as there.
 *
 * @throws {PortfolioError} `length-mismatch`: there are not as many returns as benchmark returns
 * @see docs/methods/benchmark.md
 */
export function rSquared(returns: ArrayLike<number>, benchmark: ArrayLike<number>): Measured {
  const pearson = correlation(returns, benchmark);
  return pearson.value === undefined ? pearson : measured(pearson.value ** 2);
}
