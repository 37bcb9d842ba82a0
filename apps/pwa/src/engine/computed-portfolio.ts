import {
  type Account,
  type CurrencyCode,
  deliveryValues,
  type Instrument,
  type InstrumentId,
  type Ledger,
  type PriceHistory,
  type Prices,
  type RateHistory,
  rateHistory,
  rateTable,
  replayLedger,
  toEpochDay,
  type TransactionColumns,
} from "@portfolio/core";
import type { Coverage, ManualPrice, PackedSeries, StoredQuote } from "@portfolio/storage";

/** What a ledger is replayed from. */
export interface LedgerSources {
  readonly columns: TransactionColumns;
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>;
  readonly rates: ReadonlyMap<string, PackedSeries>;
  /** The reporting currency. */
  readonly baseCurrency: CurrencyCode;
}

/** Everything that is stored, as the worker keeps it in memory, and its ledger. */
export interface LoadedPortfolio extends LedgerSources {
  readonly revision: number;
  readonly accounts: readonly Account[];
  readonly prices: Prices;
  readonly priceOrigins: ReadonlyMap<InstrumentId, { readonly source: string; readonly asOf?: string }>;
  readonly ledger: Ledger;
}

/** Replays a ledger; the prices are only asked about deliveries that state no amount. */
export function ledgerOf({ columns, instruments, rates, baseCurrency }: LedgerSources, prices: Prices): Ledger {
  return replayLedger({
    columns,
    instrumentCurrencies: new Map([...instruments].map(([id, { currency }]) => [id, currency])),
    baseCurrency,
    rates: rateTable([...rates].map(([pair, series]) => ratesOf(pair, series))),
    deliveryValues: deliveryValues(columns, prices),
  });
}

/** Closes from sources, overruled by typed prices, with the newest quote at the end. */
export function pricesOf(
  series: ReadonlyMap<InstrumentId, PackedSeries>,
  manual: readonly ManualPrice[],
  quotes: readonly StoredQuote[],
): Map<InstrumentId, PriceHistory> {
  const prices = new Map<InstrumentId, PriceHistory>(
    [...series].map(([id, { days, values, scale }]) => [id, { days, closes: values, scale }]),
  );
  const extra = new Map<InstrumentId, Map<number, string>>();
  const set = (id: InstrumentId, date: string, price: string): void => {
    extra.set(id, (extra.get(id) ?? new Map<number, string>()).set(toEpochDay(date), price));
  };
  for (const { instrumentId, date, price } of quotes) {
    if (toEpochDay(date) >= (prices.get(instrumentId)?.days.at(-1) ?? -Infinity)) set(instrumentId, date, price);
  }
  for (const { instrumentId, date, close } of manual) set(instrumentId, date, close);
  for (const [id, additions] of extra) prices.set(id, withCloses(prices.get(id), additions));
  return prices;
}

/** Where the last price of each instrument comes from. */
export function priceOriginsOf(
  coverage: ReadonlyMap<string, Coverage>,
  manual: readonly ManualPrice[],
  quotes: readonly StoredQuote[],
): Map<InstrumentId, { source: string; asOf?: string }> {
  const newest = new Map<InstrumentId, { date: string; source: string; asOf?: string }>();
  const offer = (id: InstrumentId, candidate: { date: string; source: string; asOf?: string }): void => {
    if (candidate.date >= (newest.get(id)?.date ?? "")) newest.set(id, candidate);
  };
  for (const [id, { source, to }] of coverage) offer(id, { date: to, source });
  for (const { instrumentId, date, source, asOf } of quotes) offer(instrumentId, { date, source, asOf });
  for (const { instrumentId, date } of manual) offer(instrumentId, { date, source: "manual" });
  return new Map([...newest].map(([id, { source, asOf }]) => [id, asOf === undefined ? { source } : { source, asOf }]));
}

function withCloses(history: PriceHistory | undefined, additions: ReadonlyMap<number, string>): PriceHistory {
  const scale = [...additions.values()].reduce(
    (most, text) => Math.max(most, digitsAfterPoint(text)),
    history?.scale ?? 0,
  );
  const factor = 10 ** (scale - (history?.scale ?? 0));
  const closes = new Map<number, number>();
  history?.days.forEach((day, i) => closes.set(day, history.closes[i]! * factor));
  for (const [day, text] of additions) closes.set(day, Number(scaledInteger(text, scale)));
  const days = [...closes.keys()].sort((a, b) => a - b);
  return { days: Int32Array.from(days), closes: Float64Array.from(days, (day) => closes.get(day)!), scale };
}

function digitsAfterPoint(text: string): number {
  return text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
}

function scaledInteger(text: string, scale: number): bigint {
  const [whole, fraction = ""] = text.split(".");
  return BigInt(`${whole}${fraction.padEnd(scale, "0")}`);
}

function ratesOf(pair: string, { days, values, scale }: PackedSeries): RateHistory {
  const [base, quote] = pair.split("/") as [string, string];
  const empty = rateHistory(base, quote, []);
  return { ...empty, days, rates: { values, scales: new Int8Array(values.length).fill(scale), big: new Map() } };
}
