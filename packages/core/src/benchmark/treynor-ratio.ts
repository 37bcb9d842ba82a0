import { type Measured, measured } from "../outcome/measured.ts";
import { annualizedReturn } from "../returns/annualize.ts";
import { beta } from "./beta.ts";
import { pairedReturns, type RiskFreePerPeriod } from "./paired-returns.ts";
import { quotient } from "./quotient.ts";

/** The annual rate that is taken off, and the one of each period behind beta, which a constant does not change. */
export interface TreynorRiskFree extends Partial<RiskFreePerPeriod> {
  readonly riskFreeRate: number;
}

/**
 * Treynor ratio: (annualized return - annual risk-free rate) / beta.
 *
 * Units: fraction per year for each unit of beta.
 * Shape: one return and one of the benchmark for each period. Missing ones (NaN) are left out with their partners.
 * Undefined: as {@link beta} and `annualizedReturn`; beta is 0 -> `zero-denominator`.
 *
 * @throws {PortfolioError} `length-mismatch`: there are not as many returns as benchmark returns; `argument-out-of-range`:
 * `periodsPerYear` is not above 0
 * @see docs/methods/benchmark.md
 */
export function treynorRatio(
  returns: ArrayLike<number>,
  benchmark: ArrayLike<number>,
  { riskFreeRate, riskFreePerPeriod = 0 }: TreynorRiskFree,
  periodsPerYear: number,
): Measured {
  const growth = annualizedReturn(pairedReturns(returns, benchmark).returns, periodsPerYear);
  const excess = growth.value === undefined ? growth : measured(growth.value - riskFreeRate);
  return quotient(excess, beta(returns, benchmark, { riskFreePerPeriod }));
}
