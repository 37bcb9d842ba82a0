import type { Measured } from "../outcome/measured.ts";
import type { RiskFree } from "../risk/risk-free.ts";
import { type AlphaAnnualization, interceptWhere } from "./intercept-where.ts";

/**
 * Alpha: what returns brought beyond beta x the benchmark's, per year, both in excess of the risk-free return.
 *
 * Per period a = mean(r - rf) - beta x mean(b - rf); per year (1 + a)^periodsPerYear - 1, or a x periodsPerYear where
 * "arithmetic" is asked for.
 *
 * Units: fraction per year.
 * Shape: one return and one of the benchmark for each period; a list of `riskFreePerPeriod` has as many. Missing ones
 * (NaN) are left out with their partners.
 * Sign:  positive where the returns beat their share in the market.
 * Undefined: as {@link beta}; more than everything is lost in a period -> `no-capital`; so much that a year of it passes
 * the range of a double -> `out-of-range`.
 *
 * @throws {PortfolioError} `length-mismatch`: there are not as many returns as benchmark returns; `argument-out-of-range`:
 * `periodsPerYear` is not above 0, or the risk-free rate cannot be
 * @see docs/methods/benchmark.md
 * @example
 * const market = [0.01, -0.02, 0.03];
 * const better = market.map((value) => value + 0.001);
 * alpha(better, market, { riskFreePerPeriod: 0 }, 12, "arithmetic").value?.toFixed(6); // => "0.012000"
 */
export function alpha(
  returns: ArrayLike<number>,
  benchmark: ArrayLike<number>,
  riskFree: RiskFree,
  periodsPerYear: number,
  annualization: AlphaAnnualization = "compound",
): Measured {
  return interceptWhere({ returns, benchmark, riskFree, periodsPerYear, annualization, counts: () => true });
}
