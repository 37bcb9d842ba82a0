import { addDays, packTransactions, type Transaction, type TransactionColumns } from "@portfolio/core";
import { currencies, firstDate, instrumentId } from "@portfolio/generated-portfolio";

/**
 * W0: the bytes of a generated file as columns, the way any program brings its own format in: cells into transactions of
 * decimal strings, those through `packTransactions`, which parses the decimals, checks them and puts them in order.
 *
 * The file has no quotes, so a line is split at its commas. All in US dollars, as the replays are.
 */
export function columnsFromCsv(bytes: Uint8Array): TransactionColumns {
  return packTransactions(transactionsOf(bytes));
}

/** The rows of a generated file as transactions. */
export function transactionsOf(bytes: Uint8Array): Transaction[] {
  const lines = new TextDecoder().decode(bytes).split("\n");
  const dates = new Map<string, string>();
  const transactions: Transaction[] = [];
  for (let i = 1; i < lines.length - 1; i++) {
    const [day, symbol, side, quantity, unitPrice, feeAmount] = lines[i]!.split(",") as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    let tradeDate = dates.get(day);
    if (tradeDate === undefined) {
      tradeDate = addDays(firstDate, Number(day));
      dates.set(day, tradeDate);
    }
    transactions.push({
      id: `t${i - 1}`,
      kind: side === "1" ? "buy" : "sell",
      account: "A",
      tradeDate,
      instrument: instrumentId(Number(symbol)),
      quantity,
      unitPrice,
      feeAmount,
      currency: currencies[0]!,
    });
  }
  return transactions;
}
