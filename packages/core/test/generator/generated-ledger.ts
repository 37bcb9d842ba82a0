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
import { firstDate, type GeneratedPortfolio } from "./generate-portfolio.ts";

/** The currency of instrument s is the s-th of these, in turn; the base currency is the first. */
export const generatedCurrencies: readonly CurrencyCode[] = ["USD", "CAD", "EUR"];

/** The name of the s-th instrument. */
export function generatedInstrument(position: number): InstrumentId {
  return `S${position}`;
}

/** The currency of each generated instrument; all in `currency` when one is given. */
export function instrumentCurrenciesOf(
  portfolio: GeneratedPortfolio,
  currency?: CurrencyCode,
): Map<InstrumentId, CurrencyCode> {
  return new Map(portfolio.prices.map((_, s) => [generatedInstrument(s), currency ?? generatedCurrencies[s % 3]!]));
}

/**
 * The trades as columns, in the order they were drawn.
 *
 * Not through `packTransactions`: trades of one day happen in index order here, while the ledger's own same-day order
 * would put a day's purchases first.
 */
export function columnsOf(portfolio: GeneratedPortfolio, currency?: CurrencyCode): TransactionColumns {
  const { day, instrument, sign, quantity, price, fee } = portfolio;
  const count = day.length;
  const first = toEpochDay(firstDate);
  const [buy, sell] = [transactionKinds.indexOf("buy"), transactionKinds.indexOf("sell")];
  return {
    count,
    ids: Array.from(day, (_, i) => `t${i}`),
    accounts: ["A"],
    instruments: portfolio.prices.map((_, s) => generatedInstrument(s)),
    currencies: currency === undefined ? generatedCurrencies : [currency],
    entry: Int32Array.from(day, (_, i) => i),
    second: new Int32Array(count).fill(-1),
    day: day.map((d) => first + d),
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

/** Closes of every instrument, on every day. */
export function pricesOf({ prices, dayCount }: GeneratedPortfolio): Map<InstrumentId, PriceHistory> {
  const days = allDays(dayCount);
  return new Map(prices.map((closes, s) => [generatedInstrument(s), { days, closes, scale: 4 }]));
}

/** US dollars for one unit of each other currency, on every day. */
export function ratesOf({ rates, dayCount }: GeneratedPortfolio): RateTable {
  const days = allDays(dayCount);
  return rateTable(
    generatedCurrencies
      .map((baseCurrency, c) => ({ baseCurrency, quoteCurrency: "USD", days, rates: columnAt(rates[c]!, 6) }))
      .slice(1),
  );
}

/** The last day that has prices, as an ISO date. */
export function lastDateOf({ dayCount }: GeneratedPortfolio): string {
  return addDays(firstDate, dayCount - 1);
}

function allDays(dayCount: number): Int32Array {
  const first = toEpochDay(firstDate);
  return Int32Array.from({ length: dayCount }, (_, d) => first + d);
}

/** A column of integers at one scale; -1 for a column without values. */
function columnAt(values: Float64Array, scale: number): DecimalColumn {
  return { values, scales: new Int8Array(values.length).fill(scale), big: new Map() };
}
