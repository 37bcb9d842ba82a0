import type { Measured } from "../outcome/measured.ts";
import { slopeWhere } from "./slope-where.ts";
import type { RiskFreePerPeriod } from "./paired-returns.ts";
import { rose } from "./rose-or-fell.ts";

/**
 * Up beta: {@link beta} over the periods in which the benchmark rose (its return above 0).
 *
 * Units, shape, sign as there.
 * Undefined: fewer than two such periods -> `too-few-observations`; the benchmark's deviation is below 1e-15 in them ->
 * `no-variation`; squares beyond all doubles -> `out-of-range`.
 *
 * @throws {PortfolioError} `length-mismatch`: there are not as many returns as benchmark returns
 * @see docs/methods/benchmark.md
 */
export function upBeta(
  returns: ArrayLike<number>,
  benchmark: ArrayLike<number>,
  riskFree: RiskFreePerPeriod,
): Measured {
  return slopeWhere(returns, benchmark, riskFree, rose);
}
