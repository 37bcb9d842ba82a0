import type { EpochDay } from "../calendar/plain-date.ts";
import type { PriceHistory } from "../prices/price-history.ts";

/**
 * Closes of one instrument on every calendar day: the last known one carried forward, never filled backwards.
 *
 * `values[d]` is an integer at `scale`; days before `firstKnown` have no price (their value is 0 and must not be used).
 */
export interface PriceRow {
  readonly values: Float64Array;
  readonly scale: number;
  readonly firstKnown: number;
  readonly max: number;
}

/** Carries a history forward over `dayCount` days from `firstDay`: once on load, not per question. */
export function priceRow(history: PriceHistory | undefined, firstDay: EpochDay, dayCount: number): PriceRow {
  const values = new Float64Array(dayCount);
  if (history === undefined || history.days.length === 0) return { values, scale: 0, firstKnown: dayCount, max: 0 };
  const { days, closes, scale } = history;
  const firstKnown = Math.min(Math.max(days[0]! - firstDay, 0), dayCount);
  let max = 0;
  let entry = 0;
  for (let d = firstKnown; d < dayCount; d++) {
    while (entry + 1 < days.length && days[entry + 1]! <= firstDay + d) entry++;
    const close = closes[entry]!;
    values[d] = close;
    if (close > max) max = close;
  }
  return { values, scale, firstKnown, max };
}
