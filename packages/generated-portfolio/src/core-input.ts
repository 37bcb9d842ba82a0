import {
  addDays,
  type CurrencyCode,
  type DecimalColumn,
  type InstrumentId,
  type PriceHistory,
  type RateTable,
  rateTable,
  toEpochDay,
  type TransactionColumns,
  transactionKinds,
} from "@portfolio/core";
import type { GeneratedPortfolio } from "./generate-portfolio.ts";

/** The first day of every generated portfolio. */
export const firstDate: string = "2006-01-01";

/** Currencies of the instruments in turn; the base currency is the first. */
export const currencies: readonly CurrencyCode[] = ["USD", "CAD", "EUR"];

/** The name of the s-th instrument. */
export function instrumentId(position: number): InstrumentId {
  return `S${position}`;
}

/** The last day that has prices. */
export function lastDateOf({ dayCount }: Pick<GeneratedPortfolio, "dayCount">): string {
  return addDays(firstDate, dayCount - 1);
}

/** Epoch days of all days. */
export function allDays(dayCount: number): Int32Array {
  const first = toEpochDay(firstDate);
  return Int32Array.from({ length: dayCount }, (_, d) => first + d);
}

/** The currency of each instrument; all in `currency` when one is given. */
export function instrumentCurrencies(instruments: number, currency?: CurrencyCode): Map<InstrumentId, CurrencyCode> {
  return new Map(Array.from({ length: instruments }, (_, s) => [instrumentId(s), currency ?? currencies[s % 3]!]));
}

/**
 * The trades as packed columns in the order they were drawn. Not through `packTransactions`, whose same-day order puts
 * purchases first: the check values want index order.
 */
export function columnsOf(portfolio: GeneratedPortfolio, currency?: CurrencyCode): TransactionColumns {
  const { day, instrument, sign, quantity, price, fee, prices } = portfolio;
  const count = day.length;
  const first = toEpochDay(firstDate);
  const [buy, sell] = [transactionKinds.indexOf("buy"), transactionKinds.indexOf("sell")];
  return {
    count,
    ids: Array.from(day, (_, i) => `t${i}`),
    accounts: ["A"],
    instruments: prices.map((_, s) => instrumentId(s)),
    currencies: currency === undefined ? currencies : [currency],
    entry: Int32Array.from(day, (_, i) => i),
    day: day.map((d) => first + d),
    second: new Int32Array(count).fill(-1),
    kind: Uint8Array.from(sign, (value) => (value === 1 ? buy : sell)),
    account: new Int32Array(count),
    instrument,
    currency: instrument.map((s) => (currency === undefined ? s % 3 : 0)),
    quantity: columnAt(quantity, 4),
    unitPrice: columnAt(price, 4),
    grossAmount: columnAt(new Float64Array(count), -1),
    feeAmount: columnAt(fee, 2),
    taxAmount: columnAt(new Float64Array(count), -1),
    exchangeRate: columnAt(new Float64Array(count), -1),
    details: new Map(),
  };
}

/** Closes of every instrument on every day. */
export function pricesOf({ prices, dayCount }: GeneratedPortfolio): Map<InstrumentId, PriceHistory> {
  const days = allDays(dayCount);
  return new Map(prices.map((closes, s) => [instrumentId(s), { days, closes, scale: 4 }]));
}

/** US dollars for one unit of each other currency, on every day. */
export function ratesOf({ rates, dayCount }: Pick<GeneratedPortfolio, "rates" | "dayCount">): RateTable {
  const days = allDays(dayCount);
  return rateTable(
    [1, 2].map((c) => ({ baseCurrency: currencies[c]!, quoteCurrency: "USD", days, rates: columnAt(rates[c]!, 6) })),
  );
}

/** A column of integers at one scale; -1 for a column without values. */
function columnAt(values: Float64Array, scale: number): DecimalColumn {
  return { values, scales: new Int8Array(values.length).fill(scale), big: new Map() };
}
