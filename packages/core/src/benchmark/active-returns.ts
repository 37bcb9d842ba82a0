import { requireSameLength } from "../series/require-same-length.ts";

/**
 * Active return of each period: the return less that of the benchmark, as a fraction; NaN where either is missing.
 *
 * @throws {PortfolioError} `length-mismatch`: there are not as many returns as benchmark returns
 * @see docs/methods/benchmark.md
 */
export function activeReturns(returns: ArrayLike<number>, benchmark: ArrayLike<number>): Float64Array {
  requireSameLength("Returns and benchmark", returns, benchmark);
  return Float64Array.from(returns, (value, period) => value - benchmark[period]!);
}
