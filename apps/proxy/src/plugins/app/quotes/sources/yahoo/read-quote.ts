import type { SourceQuote } from "../../../../../schemas/quote.ts";
import { knownExchangeCalendar } from "../../exchange-calendar.ts";
import { isPrice, priceText, rateText } from "../../price-text.ts";
import { priceUnit } from "../../quotation-unit.ts";
import { SourceError } from "../../source-error.ts";
import { kindOf, momentOf, numberOf, objectOf, priceHintOf, textOf } from "./read-field.ts";

/** The date of a moment where the price was made; undefined where Yahoo does not say where that is. */
function exchangeDate(raw: Record<string, unknown>, moment: number): string | undefined {
  const offset = numberOf(raw["gmtOffSetMilliseconds"]);
  return knownExchangeCalendar(raw["exchangeTimezoneName"], offset === undefined ? undefined : offset / 1000)?.(moment);
}

/** One entry of Yahoo's quote answer, or why it is none: no price at all, or a price that is nonsense. */
export function readQuote(symbol: string, entry: unknown): SourceQuote | SourceError {
  const raw = objectOf(entry);
  const price = raw["regularMarketPrice"];
  const asOf = momentOf(raw["regularMarketTime"]);
  if (price === undefined || price === null) return new SourceError("not-covered", "the source has no price");
  if (!isPrice(price) || asOf === undefined) return new SourceError("invalid", "the price or its time makes no sense");

  const kind = kindOf(raw["quoteType"]);
  const digits = priceHintOf(raw["priceHint"]);
  const text = (value: number): string => (kind === "currency" ? rateText(value) : priceText(value, digits));
  const previous = raw["regularMarketPreviousClose"];
  const state = textOf(raw["marketState"]);
  const date = exchangeDate(raw, asOf);
  return {
    symbol,
    name: textOf(raw["longName"]) ?? textOf(raw["shortName"]),
    kind,
    price: text(price),
    previousClose: isPrice(previous) ? text(previous) : null,
    ...priceUnit(raw["currency"]),
    exchange: textOf(raw["fullExchangeName"]) ?? textOf(raw["exchange"]),
    asOf: new Date(asOf).toISOString(),
    ...(date === undefined ? {} : { date }),
    delayMinutes: numberOf(raw["exchangeDataDelayedBy"]) ?? null,
    marketOpen: state === null ? null : state === "REGULAR",
  };
}
