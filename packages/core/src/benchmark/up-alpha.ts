import type { Measured } from "../outcome/measured.ts";
import type { RiskFree } from "../risk/risk-free.ts";
import { type AlphaAnnualization, interceptWhere } from "./intercept-where.ts";
import { rose } from "./rose-or-fell.ts";

/**
 * Up alpha: {@link alpha} over the periods in which the benchmark rose (its return above 0).
 *
 * Units, shape, sign as there. Undefined: as there; fewer than two such periods -> `too-few-observations`.
 *
 * @throws {PortfolioError} `length-mismatch`: there are not as many returns as benchmark returns; `argument-out-of-range`:
 * `periodsPerYear` is not above 0, or the risk-free rate cannot be
 * @see docs/methods/benchmark.md
 */
export function upAlpha(
  returns: ArrayLike<number>,
  benchmark: ArrayLike<number>,
  riskFree: RiskFree,
  periodsPerYear: number,
  annualization: AlphaAnnualization = "compound",
): Measured {
  return interceptWhere({ returns, benchmark, riskFree, periodsPerYear, annualization, counts: rose });
}
