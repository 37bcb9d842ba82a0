import type { Measured } from "../outcome/measured.ts";
import type { RiskFreePerPeriod } from "./paired-returns.ts";
import { slopeWhere } from "./slope-where.ts";

/**
 * Beta: by how much returns move with those of the benchmark, both in excess of the risk-free return.
 *
 * A constant risk-free return does not change it; a series of them does.
 *
 * Units: a plain number; 1 moves as the benchmark does.
 * Shape: one return and one of the benchmark for each period. Missing ones (NaN) are left out with their partners.
 * Sign:  negative where returns fall as the benchmark rises.
 * Undefined: fewer than two pairs -> `too-few-observations`; the benchmark's deviation is below 1e-15 -> `no-variation`;
 * squares beyond all doubles -> `out-of-range`.
 *
 * @throws {PortfolioError} `length-mismatch`: there are not as many returns as benchmark returns
 * @see docs/methods/benchmark.md
 * @example
 * const market = [0.01, -0.02, 0.03];
 * const twice = market.map((value) => 2 * value);
 * beta(twice, market, { riskFreePerPeriod: 0 }).value?.toFixed(6); // => "2.000000"
 */
export function beta(returns: ArrayLike<number>, benchmark: ArrayLike<number>, riskFree: RiskFreePerPeriod): Measured {
  return slopeWhere(returns, benchmark, riskFree, () => true);
}
