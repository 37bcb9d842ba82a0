import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { compensatedSum } from "../series/compensated-sum.ts";
import { requireDays } from "./require-days.ts";
import type { ValuedPeriod } from "./valued-period.ts";

/**
 * Modified Dietz return over one period: gain / average capital, each flow weighted by the share of the period that is
 * left after its day.
 *
 * Use it where valuations are monthly; use {@link timeWeightedReturn} where they are daily.
 *
 * Units: fraction of average capital, not annualized.
 * Undefined: average capital is zero or negative -> `no-capital`; a value or flow is not known (NaN) -> `missing-price`;
 * beyond all doubles -> `out-of-range`.
 *
 * @throws {PortfolioError} `invalid-date`: a day is no number
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
  requireDays([...flows, { day: from }, { day: to }]);
  const gain = compensatedSum([endValue, -startValue, ...flows.map(({ amount }) => -amount)]);
  const capital = compensatedSum([startValue, ...flows.map(({ day, amount }) => (amount * (to - day)) / (to - from))]);
  if (Number.isNaN(gain)) return unmeasured("missing-price");
  return capital > 0 ? measuredIfFinite(gain / capital) : unmeasured("no-capital");
}
