import { type InstrumentId, type PlainDate, type PriceHistory, priceOn, toEpochDay } from "@portfolio/core";
import type { PriceSources } from "./price-sources.ts";

/** Where a price comes from, and for a live quote its moment. */
export interface PriceOrigin {
  readonly source: string;
  readonly asOf?: string;
}

/** Where the price of each instrument that stands on a date comes from: the rank is that of `pricesOf`. */
export function priceOriginsOn(
  { series, coverage, manual, quotes }: PriceSources,
  prices: ReadonlyMap<InstrumentId, PriceHistory>,
  on: PlainDate,
): Map<InstrumentId, PriceOrigin> {
  const origins = new Map<InstrumentId, PriceOrigin>();
  const days = new Map([...prices].map(([id, history]) => [id, priceOn(history, toEpochDay(on))?.day]));
  const isOfDay = (id: InstrumentId, date: PlainDate): boolean => days.get(id) === toEpochDay(date);
  // From the last rank to the first, each taking the place of what stood there.
  for (const { instrumentId, date, origin } of manual)
    if (origin === "trade" && isOfDay(instrumentId, date)) origins.set(instrumentId, { source: "trade" });
  for (const { instrumentId, date, source, asOf } of quotes)
    if (isOfDay(instrumentId, date)) origins.set(instrumentId, { source, asOf });
  for (const [id, { days: known, values: closes, scale }] of series) {
    const day = days.get(id);
    if (day !== undefined && priceOn({ days: known, closes, scale }, day)?.day === day)
      origins.set(id, { source: coverage.get(id)?.source ?? "unknown" });
  }
  for (const { instrumentId, date, origin } of manual)
    if (origin !== "trade" && isOfDay(instrumentId, date)) origins.set(instrumentId, { source: "manual" });
  return origins;
}
