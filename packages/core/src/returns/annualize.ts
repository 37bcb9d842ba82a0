import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { gapInReturns } from "../series/gap-in-returns.ts";
import { linkedGrowthOf } from "../series/linked-growth.ts";
import { checkedPeriodsPerYear } from "../series/periods-per-year.ts";

/**
 * A return over a span of calendar days restated per year: (1 + R)^(365 / days) - 1, also in a leap year.
 *
 * The function computes it for any span; screens show no annualized figure under one year.
 *
 * Units: fraction over the span in, fraction per year out.
 * Undefined: no days, or so few that the rate passes the range of a double -> `too-few-observations`; more than
 * everything was lost (1 + R < 0) -> `no-capital`.
 *
 * @see docs/methods/annualization.md
 */
export function annualizeByDays(totalReturn: Measured, days: number): Measured {
  if (totalReturn.value === undefined) return totalReturn;
  if (days <= 0) return unmeasured("too-few-observations");
  if (1 + totalReturn.value < 0) return unmeasured("no-capital");
  return finite((1 + totalReturn.value) ** (365 / days) - 1);
}

/**
 * Returns per period restated per year: product of (1 + r) to the power of (periodsPerYear / n), less 1.
 *
 * Undefined: no returns, or so few that the rate passes the range of a double -> `too-few-observations`; a return is
 * not known -> `missing-price`; everything or more was lost (a product of 0 or below) -> `no-capital`.
 *
 * @throws {PortfolioError} `argument-out-of-range`: `periodsPerYear` is not above 0
 * @see docs/methods/annualization.md
 */
export function annualizedReturn(returns: ArrayLike<number>, periodsPerYear: number): Measured {
  const yearly = checkedPeriodsPerYear(periodsPerYear);
  const gap = gapInReturns(returns);
  if (gap !== undefined) return gap;
  const growth = linkedGrowthOf(returns);
  if (growth <= -1) return unmeasured("no-capital");
  return finite(Math.expm1((Math.log1p(growth) * yearly) / returns.length));
}

function finite(rate: number): Measured {
  return Number.isFinite(rate) ? measured(rate) : unmeasured("too-few-observations");
}
