import { addDays, packTransactions, type Transaction, type TransactionColumns } from "@portfolio/core";
import { currencies, firstDate, instrumentId } from "@portfolio/generated-portfolio";

/**
 * W0: the bytes of a generated file as columns, the way any program brings its own format in: cells into transactions of
 * decimal strings, those through `packTransactions`, which parses the decimals, checks them and puts them in order.
 *
 * The file has no quotes, so cells end at commas. All in US dollars, as the replays are.
 */
export function columnsFromCsv(bytes: Uint8Array): TransactionColumns {
  return packTransactions(transactionsOf(bytes));
}

/** The rows of a generated file as transactions. */
export function transactionsOf(bytes: Uint8Array): Transaction[] {
  const text = new TextDecoder().decode(bytes);
  const dates = new Map<string, string>();
  const names = new Map<string, string>();
  const transactions: Transaction[] = [];
  let at = text.indexOf("\n") + 1;
  const cell = (end: string): string => {
    const start = at;
    const stop = text.indexOf(end, start);
    at = stop + 1;
    return text.slice(start, stop);
  };
  while (at < text.length) {
    const day = cell(",");
    const symbol = cell(",");
    transactions.push({
      id: `t${transactions.length}`,
      kind: cell(",") === "1" ? "buy" : "sell",
      account: "A",
      tradeDate: remembered(dates, day, () => addDays(firstDate, Number(day))),
      instrument: remembered(names, symbol, () => instrumentId(Number(symbol))),
      quantity: cell(","),
      unitPrice: cell(","),
      feeAmount: cell("\n"),
      currency: currencies[0]!,
    });
  }
  return transactions;
}

function remembered(known: Map<string, string>, cell: string, make: () => string): string {
  const before = known.get(cell);
  if (before !== undefined) return before;
  const made = make();
  known.set(cell, made);
  return made;
}
