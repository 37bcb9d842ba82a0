// Runs in a worker, as the engine does: opens the database, reads everything, replays, values every day.
import {
  dailyValuation,
  type Ledger,
  packTransactions,
  type PriceHistory,
  rateHistory,
  rateTable,
  replayLedger,
  type TransactionColumns,
} from "@portfolio/core";
import {
  instrumentRepository,
  openPortfolioDatabase,
  type PortfolioDatabase,
  priceRepository,
  rateRepository,
  transactionRepository,
} from "@portfolio/storage";
import { firstDate, lastDateOf } from "@portfolio/generated-portfolio";
import { storedShape } from "../stored-portfolio.ts";

/** How the transactions are stored: derived column chunks, or rows alone. Prices are year packs in both. */
export type Layout = "columns" | "rows";

/** What the worker did by when, in ms since it began to exist. */
export interface WorkerTimes {
  readonly started: number;
  readonly opened: number;
  readonly read: number;
  readonly replayed: number;
  readonly priced: number;
  readonly valued: number;
}

/** The series for the chart, sent by transfer; the check follows when the clock has stopped. */
export type WorkerMessage =
  | { readonly kind: "series"; readonly days: Float64Array; readonly values: Float64Array; readonly times: WorkerTimes }
  | {
      readonly kind: "check";
      readonly lastDay: string;
      readonly sumOfDays: string;
      readonly transactions: number;
      readonly prices: number;
      readonly wasRebuilt: boolean;
    };

const layout = new URL(self.location.href).searchParams.get("layout") as Layout;

async function columnsFrom(database: PortfolioDatabase): Promise<{ columns: TransactionColumns; wasRebuilt: boolean }> {
  if (layout === "columns") return transactionRepository(database).columns();
  const rows = await database.transactions.toArray();
  return { columns: packTransactions(rows.sort((a, b) => a.sequence - b.sequence)), wasRebuilt: true };
}

async function run(): Promise<void> {
  const started = performance.now();
  const database = await openPortfolioDatabase("bench");
  const opened = performance.now();
  // As the app does: the ledger is replayed while the prices are still on their way.
  const events = Promise.all([
    columnsFrom(database),
    rateRepository(database).all(),
    instrumentRepository(database).all(),
  ]);
  const stored = priceRepository(database).all();
  const [{ columns, wasRebuilt }, rates, instruments] = await events;
  const read = performance.now();
  const ledger: Ledger = replayLedger({
    columns,
    instrumentCurrencies: new Map(instruments.map(({ id, currency }) => [id, currency])),
    baseCurrency: "USD",
    rates: rateTable(
      [...rates].map(([pair, { days, values, scale }]) => {
        const [base, quote] = pair.split("/") as [string, string];
        return {
          ...rateHistory(base, quote, []),
          days,
          rates: { values, scales: new Int8Array(values.length).fill(scale), big: new Map() },
        };
      }),
    ),
  });
  const replayed = performance.now();
  const { series } = await stored;
  const priced = performance.now();
  const prices = new Map(
    [...series].map(([id, { days, values, scale }]): [string, PriceHistory] => [id, { days, closes: values, scale }]),
  );
  const to = lastDateOf({ dayCount: Math.round(storedShape.years * 365.25) });
  const { high, low, scale, firstDay } = dailyValuation(ledger, prices, { from: firstDate, to, withoutCash: true });
  const valued = performance.now();
  const message: WorkerMessage = {
    kind: "series",
    days: Float64Array.from(high, (_, d) => (firstDay + d) * 86_400),
    values: high.map((value, d) => (value + low[d]!) / 10 ** scale),
    times: { started, opened, read, replayed, priced, valued },
  };
  postMessage(message, { transfer: [message.days.buffer, message.values.buffer] });
  const exact = Array.from(high, (value, d) => BigInt(value) + BigInt(low[d]!));
  const check: WorkerMessage = {
    kind: "check",
    lastDay: String(exact.at(-1)),
    sumOfDays: String(exact.reduce((sum, value) => sum + value, 0n)),
    transactions: columns.count,
    prices: [...series.values()].reduce((sum, { days }) => sum + days.length, 0),
    wasRebuilt,
  };
  postMessage(check);
}

void run();
