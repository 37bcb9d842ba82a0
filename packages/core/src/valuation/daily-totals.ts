import type { EpochDay } from "../calendar/plain-date.ts";

/** Daily totals as exact integers high + low at one scale. */
export interface DailyTotals {
  readonly scale: number;
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/**
 * The value of a scope at the close of every calendar day, in the base currency, exact.
 *
 * Value of day d (counted from `firstDay`) = (high[d] + low[d]) / 10^scale, both integers. `isKnown[d]` is 0 when a
 * holding or a cash balance of that day has no price or no rate: then the value is only the known part.
 * Exact means: given closes, and rates of at most 15 significant digits where derived. Plain and transferable.
 */
export interface DailyValuation extends DailyTotals {
  readonly firstDay: EpochDay;
  readonly isKnown: Uint8Array;
}
