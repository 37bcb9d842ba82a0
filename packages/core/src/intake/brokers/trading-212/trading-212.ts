import { cellReader } from "../../reading/cell-reader.ts";
import { findHeader } from "../../reading/columns.ts";
import type { Findings } from "../../reading/findings.ts";
import type { BrokerFormat } from "../broker-format.ts";
import type { DelimitedFile, FormatNotes } from "../../reading/delimited-file.ts";
import { rowOrderOf } from "../../reading/row-order.ts";
import { singleTable } from "../single-table.ts";
import { bookTrading212Cash, bookTrading212Exchange } from "./trading-212-cash.ts";
import { trading212Columns } from "./trading-212-columns.ts";
import { bookTrading212Delivery } from "./trading-212-delivery.ts";
import { bookTrading212Dividend } from "./trading-212-dividend.ts";
import { readTrading212Row, type Trading212Row } from "./trading-212-row.ts";
import { bookTrading212Splits } from "./trading-212-split.ts";
import { bookTrading212Trade } from "./trading-212-trade.ts";

/**
 * Trading 212, history (CSV).
 *
 * Columns vary and are found by name; times in UTC; only cash is signed; a total is net of tax and holds the charges.
 */
export const trading212: BrokerFormat = {
  id: "trading-212",
  name: "Trading 212: history",
  locate: (rows) => findHeader(rows, trading212Columns),
  read: readTrading212,
};

function readTrading212(file: DelimitedFile, findings: Findings): FormatNotes {
  const table = singleTable(file, trading212Columns, findings);
  const cells = cellReader(table, findings, { likelySign: "point" });
  const rows = table.rows.map((row) => readTrading212Row(row, cells, findings)).filter((row) => row !== undefined);
  const isSplit = ({ action }: Trading212Row): boolean => action.startsWith("stock split ");
  for (const row of rows) if (!isSplit(row)) bookRow(row, findings);
  bookTrading212Splits(rows.filter(isSplit), findings);
  const rowOrder = rowOrderOf(
    rows.map(({ date }) => date.date),
    "oldest-first",
  );
  return { dateOrder: cells.dateOrder, rowOrder };
}

function bookRow(row: Trading212Row, findings: Findings): void {
  const { action } = row;
  if (/^(market|limit|stop|stop limit) buy$/.test(action)) return bookTrading212Trade(row, "buy", findings);
  if (/^(market|limit|stop|stop limit) sell$/.test(action)) return bookTrading212Trade(row, "sell", findings);
  if (/^dividend\b/.test(action)) return bookTrading212Dividend(row, findings);
  switch (action) {
    case "interest on cash":
    case "lending interest":
    case "share lending interest":
      return bookTrading212Cash(row, "interest", "interest-charge", findings);
    case "deposit":
    case "card credit":
    case "card refund":
    case "spending cashback":
      return bookTrading212Cash(row, "deposit", "withdrawal", findings);
    case "withdrawal":
    case "card debit":
      return bookTrading212Cash(row, "withdrawal", "withdrawal", findings);
    case "adr fee":
    case "new card cost":
      return bookTrading212Cash(row, "fee", "fee", findings);
    case "result adjustment":
      return bookTrading212Cash(row, "fee-refund", "fee", findings);
    case "currency conversion":
      return bookTrading212Exchange(row, findings);
    case "stock distribution":
    case "transfer in":
      return bookTrading212Delivery(row, "delivery-in", findings);
    case "transfer out":
      return bookTrading212Delivery(row, "delivery-out", findings);
    default: {
      const message = `The action "${row.action}" is not known, so the row was not booked. Enter it by hand if it matters.`;
      return findings.report("unknown-action", row.line, message, "Action");
    }
  }
}
