import {
  type DecimalString,
  type EpochDay,
  type InstrumentId,
  type PlainDate,
  type PriceHistory,
  priceOn,
  toEpochDay,
} from "@portfolio/core";
import { mergeCloses } from "./merge-closes.ts";
import type { PriceSources } from "./price-sources.ts";

/**
 * One history for each instrument. On each day a typed price is first; then the source's final close; then the newest
 * quote, which goes on where the closes end and never takes the place of one; then a price of one's own trades.
 */
export function pricesOf({ series, manual, quotes }: PriceSources): Map<InstrumentId, PriceHistory> {
  const prices = new Map<InstrumentId, PriceHistory>(
    [...series].map(([id, { days, values, scale }]) => [id, { days, closes: values, scale }]),
  );
  const extra = new Map<InstrumentId, Map<EpochDay, DecimalString>>();
  const set = (id: InstrumentId, date: PlainDate, price: DecimalString): void => {
    extra.set(id, (extra.get(id) ?? new Map<EpochDay, DecimalString>()).set(toEpochDay(date), price));
  };
  for (const { instrumentId, date, close, origin } of manual)
    if (origin === "trade" && !hasClose(prices.get(instrumentId), date)) set(instrumentId, date, close);
  for (const { instrumentId, date, price } of quotes)
    if (toEpochDay(date) > (prices.get(instrumentId)?.days.at(-1) ?? -Infinity)) set(instrumentId, date, price);
  for (const { instrumentId, date, close, origin } of manual) if (origin !== "trade") set(instrumentId, date, close);
  for (const [id, additions] of extra) prices.set(id, mergeCloses(prices.get(id), additions));
  return prices;
}

function hasClose(history: PriceHistory | undefined, date: PlainDate): boolean {
  const day = toEpochDay(date);
  return priceOn(history, day)?.day === day;
}
