import { checkedArgument } from "../outcome/checked-argument.ts";
import { excessReturns } from "../series/excess-returns.ts";
import { checkedPeriodsPerYear } from "../series/periods-per-year.ts";

/** The risk-free rate, named by its period: exactly one of the two, there is no default. */
export type RiskFree =
  | { readonly riskFreeRate: number; readonly riskFreePerPeriod?: never }
  | { readonly riskFreePerPeriod: number | ArrayLike<number>; readonly riskFreeRate?: never };

/**
 * The risk-free return per period: an annual rate becomes (1 + rf)^(1 / periodsPerYear) - 1.
 *
 * @throws {PortfolioError} `argument-out-of-range`: no rate is given, an annual one is not above -1, or
 *   `periodsPerYear` is not above 0
 */
export function riskFreeReturns(riskFree: RiskFree, periodsPerYear: number): number | ArrayLike<number> {
  const yearly = checkedPeriodsPerYear(periodsPerYear);
  if (riskFree.riskFreePerPeriod !== undefined) return riskFree.riskFreePerPeriod;
  const remedy = "Give an annual rate above -1, or riskFreePerPeriod.";
  const rate = checkedArgument("riskFreeRate", riskFree.riskFreeRate, riskFree.riskFreeRate > -1, remedy);
  return Math.expm1(Math.log1p(rate) / yearly);
}

/**
 * Returns less the risk-free one of their period, NaN where either is not known.
 *
 * @throws {PortfolioError} `length-mismatch`: a list of risk-free returns has another length; `argument-out-of-range`:
 *   the rate or `periodsPerYear` cannot be
 */
export function excessOverRiskFree(
  returns: ArrayLike<number>,
  riskFree: RiskFree,
  periodsPerYear: number,
): Float64Array {
  return excessReturns(returns, riskFreeReturns(riskFree, periodsPerYear));
}
