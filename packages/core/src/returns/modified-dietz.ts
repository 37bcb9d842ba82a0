import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { compensatedSum } from "../series/compensated-sum.ts";
import type { ValuedPeriod } from "./valued-period.ts";

/**
 * Modified Dietz return over one period: gain / average capital, each flow weighted by the share of the period that is
 * left after its day.
 *
 * Use it where valuations are monthly; use {@link timeWeightedReturn} where they are daily.
 *
 * Units: fraction of average capital, not annualized.
 * Undefined: average capital is zero or negative -> `no-capital`.
 *
 * @see docs/methods/modified-dietz.md
 * @example
 * // A gain of 50 on an average capital of 1000 + 50 x 15 / 30 = 1025.
 * modifiedDietzReturn({
 *   startValue: 1000,
 *   endValue: 1100,
 *   flows: [{ day: toEpochDay("2026-01-16"), amount: 50 }],
 *   from: toEpochDay("2026-01-01"),
 *   to: toEpochDay("2026-01-31"),
 * });
 * // => { value: 0.04878048780487805 }
 */
export function modifiedDietzReturn({ startValue, endValue, flows, from, to }: ValuedPeriod): Measured {
  const gain = compensatedSum([endValue, -startValue, ...flows.map(({ amount }) => -amount)]);
  const capital = compensatedSum([startValue, ...flows.map(({ day, amount }) => (amount * (to - day)) / (to - from))]);
  return capital > 0 ? measured(gain / capital) : unmeasured("no-capital");
}
