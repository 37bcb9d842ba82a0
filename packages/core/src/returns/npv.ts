import { type Measured, unmeasured } from "../outcome/measured.ts";
import { logOfRate } from "./discount-rate.ts";
import { discountedSum } from "./discounted-sum.ts";

/**
 * Net present value (NPV) of amounts one period apart.
 *
 * `firstFlowAt` says when the first amount falls due: 0 is now, as in textbooks, 1 is after one period, as the function
 * NPV of spreadsheets has it.
 *
 * Units: those of the amounts; `rate` is a fraction per period.
 * Sign:  that of the amounts.
 * Undefined: no amounts -> `too-few-observations`; an amount is not known (NaN) -> `missing-price`; beyond all doubles ->
 * `out-of-range`.
 *
 * @throws {PortfolioError} `argument-out-of-range`: the rate is -1 or less, or no number
 * @see docs/methods/net-present-value.md
 * @example
 * npv([-1000, 1100], 0.1, 0).value?.toFixed(6); // => "0.000000"
 * npv([1100], 0.1, 1).value?.toFixed(6); // => "1000.000000"
 */
export function npv(amounts: ArrayLike<number>, rate: number, firstFlowAt: 0 | 1): Measured {
  const growth = logOfRate(rate);
  if (amounts.length === 0) return unmeasured("too-few-observations");
  return discountedSum(amounts, (position) => growth * (position + firstFlowAt));
}
