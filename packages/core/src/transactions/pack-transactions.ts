import type { KnownDays } from "./known-days.ts";
import { processingOrder } from "./same-day-order.ts";
import type { Transaction } from "./transaction.ts";
import type { TransactionColumns } from "./transaction-columns.ts";
import { rowArrays, type RowWriter, writeRow } from "./write-row.ts";

/**
 * Puts transactions into processing order and packs them into columns.
 *
 * Shape: `transactions` in the order of entry, which decides where date, step of the day and time do not; `entries` are
 * growing numbers that say so to later edits, 0, 1, 2 … when left out. A transaction with the id of another one is
 * marked, and has no effect in the ledger. Cost: O(n log n), O(n) when already in order.
 *
 * @throws {PortfolioError} `invalid-decimal`: an amount is not decimal text; `invalid-date`: a trade date is none;
 * `invalid-transaction`: a kind is none
 * @example
 * const columns = packTransactions([
 *   { id: "second", account: "broker", kind: "buy", tradeDate: "2026-01-05", currency: "EUR", instrument: "bakery", quantity: "10", unitPrice: "50" },
 *   { id: "first", account: "broker", kind: "deposit", tradeDate: "2026-01-02", currency: "EUR", grossAmount: "1000" },
 * ]);
 * columns.ids; // => ["first", "second"]
 * columns.instruments; // => ["bakery"]
 */
export function packTransactions(
  transactions: readonly Transaction[],
  entries?: readonly number[],
): TransactionColumns {
  const days: KnownDays = new Map();
  const order = processingOrder(transactions, days);
  const count = transactions.length;
  const writer: RowWriter = {
    arrays: rowArrays(count),
    ids: [],
    details: new Map(),
    accounts: new Map(),
    instruments: new Map(),
    currencies: new Map(),
    days,
  };
  for (let row = 0; row < count; row++) {
    const position = order[row]!;
    writeRow(writer, row, transactions[position]!, entries?.[position] ?? position);
  }
  markRepeatedIds(writer);
  return {
    count,
    ids: writer.ids,
    accounts: [...writer.accounts.keys()],
    instruments: [...writer.instruments.keys()],
    currencies: [...writer.currencies.keys()],
    ...writer.arrays,
    details: writer.details,
  };
}

function markRepeatedIds({ ids, details }: RowWriter): void {
  const seen = new Set(ids);
  if (seen.size === ids.length) return;
  seen.clear();
  ids.forEach((id, row) => {
    if (seen.has(id)) details.set(row, { ...details.get(row), repeatsId: true });
    else seen.add(id);
  });
}
