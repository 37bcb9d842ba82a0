import type { EpochDay } from "../calendar/plain-date.ts";
import type { PriceHistory } from "../prices/price-history.ts";

/**
 * Closes of one instrument on every calendar day: the last known one carried forward, never filled backwards.
 *
 * The close of day d of the valuation is `values[d + offset]`, an integer at `scale`; days before `firstKnown` have no
 * price and must not be looked up. `max` is the largest close of the row, also outside the valuation.
 */
export interface PriceRow {
  readonly values: Float64Array;
  readonly offset: number;
  readonly scale: number;
  readonly firstKnown: number;
  readonly max: number;
}

/** A history on every calendar day from its first close on. */
interface CarriedHistory {
  readonly values: Float64Array;
  readonly max: number;
}

/** Histories are immutable, so each is carried forward once, whatever ranges are asked of it afterwards. */
const carriedHistories = new WeakMap<PriceHistory, CarriedHistory>();
const noValues = new Float64Array();

/** The closes of a history over `dayCount` days from `firstDay`, carried forward once per history. */
export function priceRow(history: PriceHistory | undefined, firstDay: EpochDay, dayCount: number): PriceRow {
  if (history === undefined || history.days.length === 0)
    return { values: noValues, offset: 0, scale: 0, firstKnown: dayCount, max: 0 };
  const offset = firstDay - history.days[0]!;
  const { values, max } = carriedTo(history, offset + dayCount);
  return { values, offset, scale: history.scale, firstKnown: Math.min(Math.max(-offset, 0), dayCount), max };
}

function carriedTo(history: PriceHistory, length: number): CarriedHistory {
  const known = carriedHistories.get(history);
  if (known !== undefined && known.values.length >= length) return known;
  const carried = carryForward(history, length);
  carriedHistories.set(history, carried);
  return carried;
}

function carryForward({ days, closes }: PriceHistory, length: number): CarriedHistory {
  const firstDay = days[0]!;
  const values = new Float64Array(Math.max(length, 0));
  let max = 0;
  if (days[days.length - 1]! - firstDay === days.length - 1) {
    // A close on every day: nothing to look for.
    values.set(closes.subarray(0, values.length));
    values.fill(closes[closes.length - 1]!, days.length);
    for (const close of closes) if (close > max) max = close;
    return { values, max };
  }
  for (let entry = 0; entry < days.length; entry++) {
    const close = closes[entry]!;
    const end = entry + 1 < days.length ? days[entry + 1]! - firstDay : values.length;
    if (close > max) max = close;
    values.fill(close, days[entry]! - firstDay, end);
  }
  return { values, max };
}
