import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { annualizedReturn } from "../returns/annualize.ts";
import { checkedLength } from "../series/checked-length.ts";
import { type RiskFree, riskFreeReturns } from "./risk-free.ts";
import { ulcerIndex } from "./ulcer-index.ts";

/**
 * Ulcer performance index: (annualized return - annual risk-free rate) / ulcer index.
 *
 * A `riskFreePerPeriod` is linked and restated per year as the returns are.
 *
 * Units: a plain number.
 * Undefined: as {@link annualizedReturn} and {@link ulcerIndex}; never a fall -> `no-drawdown`.
 *
 * @throws {PortfolioError} `length-mismatch`: a list of risk-free returns has another length; `argument-out-of-range`:
 *   `periodsPerYear` is not above 0, or the risk-free rate cannot be
 * @see docs/methods/drawdown.md
 */
export function ulcerPerformanceIndex(
  returns: ArrayLike<number>,
  riskFree: RiskFree,
  periodsPerYear: number,
): Measured {
  const free = annualRiskFreeRate(riskFree, returns.length, periodsPerYear);
  const yearly = annualizedReturn(returns, periodsPerYear);
  const ulcer = ulcerIndex(returns);
  if (yearly.value === undefined) return yearly;
  if (free.value === undefined) return free;
  if (ulcer.value === undefined) return ulcer;
  return ulcer.value === 0 ? unmeasured("no-drawdown") : measuredIfFinite((yearly.value - free.value) / ulcer.value);
}

function annualRiskFreeRate(riskFree: RiskFree, count: number, periodsPerYear: number): Measured {
  const perPeriod = riskFreeReturns(riskFree, periodsPerYear);
  if (riskFree.riskFreeRate !== undefined) return measuredIfFinite(riskFree.riskFreeRate);
  const list = typeof perPeriod === "number" ? new Float64Array(count).fill(perPeriod) : perPeriod;
  return annualizedReturn(checkedLength(list, count), periodsPerYear);
}
