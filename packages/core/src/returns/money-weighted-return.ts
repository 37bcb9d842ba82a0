import type { Measured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import type { DayCount } from "./day-count.ts";
import type { RateResult } from "./rate-result.ts";
import type { ValuedPeriod } from "./valued-period.ts";
import { xirr } from "./xirr.ts";

/**
 * Money-weighted return: the annual rate at which the opening value and the flows grow into the closing value.
 *
 * Use it for what an investor earned, timing included; use {@link timeWeightedReturn} to compare with a benchmark. It is
 * the {@link xirr} of -startValue, -flows and +endValue.
 *
 * Units: fraction per year (0.05 is 5 %), over actual days / 365 unless ACT/360 is asked for.
 * Shape: flows in any order.
 * Sign:  a flow into the portfolio is positive.
 * Undefined: as {@link xirr}; nothing was ever worth anything -> `no-sign-change`.
 *
 * @throws {PortfolioError} `invalid-date`: a day is no number
 * @see docs/methods/money-weighted-return.md
 * @example
 * const { rate, isUnique } = moneyWeightedReturn({
 *   startValue: 1000,
 *   endValue: 1600,
 *   flows: [{ day: toEpochDay("2025-07-01"), amount: 500 }],
 *   from: toEpochDay("2025-01-01"),
 *   to: toEpochDay("2026-01-01"),
 * });
 * rate.value?.toFixed(4); // => "0.0802"
 * isUnique; // => true
 */
export function moneyWeightedReturn(period: ValuedPeriod, dayCount: DayCount = "ACT/365F"): RateResult {
  const { startValue, endValue, flows, from, to } = period;
  const between = flows.map(({ day, amount }) => ({ day, amount: -amount }));
  return xirr([{ day: from, amount: -startValue }, ...between, { day: to, amount: endValue }], dayCount);
}

/**
 * The same return over the period itself: (1 + rate)^(days / 365) - 1; what screens show below a year.
 *
 * Units: `rate` is a fraction per year, the answer a fraction of the period. Undefined: `rate` is, for the same reason;
 * beyond all doubles -> `out-of-range`.
 */
export function rateOverPeriod(rate: Measured, days: number): Measured {
  return rate.value === undefined ? rate : measuredIfFinite((1 + rate.value) ** (days / 365) - 1);
}
