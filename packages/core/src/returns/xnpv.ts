import { type Measured, unmeasured } from "../outcome/measured.ts";
import type { DatedFlow } from "./dated-flow.ts";
import { type DayCount, daysPerYear } from "./day-count.ts";
import { logOfRate } from "./discount-rate.ts";
import { discountedSum } from "./discounted-sum.ts";
import { requireDays } from "./require-days.ts";

/**
 * Net present value of dated flows (XNPV), as of the earliest of them, even where its amount is 0.
 *
 * Units: those of the amounts; `rate` is a fraction per year, over actual days / 365 unless ACT/360 is asked for.
 * Shape: flows in any order.
 * Sign:  that of the amounts.
 * Undefined: no flows -> `too-few-observations`; an amount is not known (NaN) -> `missing-price`; beyond all doubles ->
 * `out-of-range`.
 *
 * @throws {PortfolioError} `argument-out-of-range`: the rate is -1 or less, or no number; `invalid-date`: the day of a
 * flow is no number
 * @see docs/methods/net-present-value.md
 * @example
 * const flows = [
 *   { day: toEpochDay("2025-01-01"), amount: -1000 },
 *   { day: toEpochDay("2026-01-01"), amount: 1100 },
 * ];
 * xnpv(flows, 0.05).value?.toFixed(6); // => "47.619048"
 */
export function xnpv(flows: readonly DatedFlow[], rate: number, dayCount: DayCount = "ACT/365F"): Measured {
  const growth = logOfRate(rate);
  requireDays(flows);
  if (flows.length === 0) return unmeasured("too-few-observations");
  const first = flows.reduce((earliest, { day }) => Math.min(earliest, day), Number.POSITIVE_INFINITY);
  const amounts = flows.map(({ amount }) => amount);
  return discountedSum(amounts, (i) => (growth * (flows[i]!.day - first)) / daysPerYear[dayCount]);
}
