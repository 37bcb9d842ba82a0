import { rateTable, replayLedger, type TransactionColumns } from "@portfolio/core";
import {
  csvBytesOf,
  type GeneratedPortfolio,
  instrumentCurrencies,
  publishedCsvForms,
} from "@portfolio/generated-portfolio";
import { hashOf } from "@portfolio/generated-portfolio/data-hashes";
import { checkLedger } from "../ledger/check-ledger.ts";
import { expectedLedger } from "../ledger/expected-ledger.ts";
import { type BenchRow, plainRow, type Workload } from "../measure/bench-row.ts";
import { checkedPortfolio } from "../measure/checked-portfolio.ts";
import { interleaved, median, medianRatio } from "../measure/paired-runs.ts";
import { shapeOf } from "../measure/shape-of.ts";
import { tradesName } from "../measure/trades-name.ts";
import { mustEqual } from "../measure/wrong-answer.ts";
import { columnsFromBytes } from "./columns-from-bytes.ts";
import { columnsFromCsv, transactionsOf } from "./read-trades.ts";

/** W0: the bytes of a file to columns, beside `JSON.parse` of the same rows. */
export const csvToColumns: readonly Workload[] = [1_000, 10_000, 100_000].map((transactions) => {
  const shape = shapeOf(transactions, 50, 20);
  return { title: `CSV to columns ${tradesName(shape)}`, run: () => rowsOf(checkedPortfolio(shape)) };
});

/** The file of a portfolio, after its length and hash have been checked. */
export function checkedCsv(portfolio: GeneratedPortfolio): Uint8Array {
  const bytes = csvBytesOf(portfolio);
  const published = publishedCsvForms[portfolio.shape.transactions];
  mustEqual("The length of the file", bytes.length, published?.bytes);
  mustEqual("The hash of the file", hashOf([bytes]), published?.hash);
  return bytes;
}

/**
 * The columns replayed by FIFO.
 *
 * Packing puts the purchases of a day before its sales. FIFO does not mind, since an older lot is sold first anyway; the
 * average would, so it is replayed from the trades in the order they were drawn.
 */
export function replayFifo(columns: TransactionColumns, instruments: number): ReturnType<typeof replayLedger> {
  return replayLedger({
    columns,
    instrumentCurrencies: instrumentCurrencies(instruments, "USD"),
    baseCurrency: "USD",
    rates: rateTable([]),
    method: "fifo",
  });
}

function rowsOf(portfolio: GeneratedPortfolio): BenchRow[] {
  const bytes = checkedCsv(portfolio);
  const json = JSON.stringify(transactionsOf(bytes));
  const { transactions, instruments } = portfolio.shape;
  mustEqual("The number of rows", columnsFromCsv(bytes).count, transactions);
  const expected = expectedLedger(portfolio, "fifo");
  checkLedger(replayFifo(columnsFromCsv(bytes), instruments), expected);
  checkLedger(replayFifo(columnsFromBytes(bytes, transactions, instruments), instruments), expected);
  const rows = transactionsOf(bytes);
  const times = interleaved({
    json: () => JSON.parse(json) as unknown,
    split: () => transactionsOf(bytes),
    ours: () => columnsFromBytes(bytes, transactions, instruments),
    packed: () => columnsFromCsv(bytes),
  });
  const name = `CSV to columns ${tradesName(portfolio.shape)}`;
  return [
    plainRow(
      `W0 ${name}, digits straight into columns`,
      medianRatio(times.json, times.ours),
      "x",
      "JSON.parse of the same rows, packed into nothing",
    ),
    plainRow(`${name}, straight`, median(times.ours), "ms"),
    plainRow(
      `W0 ${name} by way of transactions, as long as reading JSON`,
      medianRatio(times.packed, times.json),
      "x",
      "JSON.parse of the same rows, packed into nothing",
    ),
    plainRow(`${name}, by way of transactions`, median(times.packed), "ms"),
    plainRow(`${name}, of it cells to transactions`, median(times.split), "ms"),
    plainRow(`JSON.parse of the same ${rows.length / 1000}k rows`, median(times.json), "ms"),
  ];
}
