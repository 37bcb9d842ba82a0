import { cellReader } from "../../reading/cell-reader.ts";
import { findHeader } from "../../reading/columns.ts";
import { bookExchangeLegs } from "../../reading/exchange-legs.ts";
import type { Findings } from "../../reading/findings.ts";
import { grouped } from "../../reading/grouped.ts";
import { bookIncome, type IncomeRow } from "../../reading/withheld-tax.ts";
import type { BrokerFormat } from "../broker-format.ts";
import type { DelimitedFile, FormatNotes } from "../../reading/delimited-file.ts";
import { rowOrderOf } from "../../reading/row-order.ts";
import { singleTable } from "../single-table.ts";
import { bookDegiroCash } from "./degiro-cash.ts";
import { degiroColumns, withAmountColumns } from "./degiro-columns.ts";
import { bookDegiroActions } from "./degiro-corporate-actions.ts";
import { degiroFields, degiroInstrument } from "./degiro-fields.ts";
import { bookDegiroOrder, type DegiroFill } from "./degiro-order.ts";
import { type DegiroRow, joinContinuations, readDegiroRow } from "./degiro-row.ts";
import type { DegiroTradeText } from "./degiro-trade-text.ts";

/**
 * DEGIRO, account statement (CSV), in the languages of its site.
 *
 * Newest first, dates day first; the rows of an order share its id; currency and amount stand in unnamed columns; a row may be broken
 * over two lines.
 */
export const degiro: BrokerFormat = {
  id: "degiro-account",
  name: "DEGIRO: account statement",
  locate: (rows) => findHeader(rows, degiroColumns),
  read: readDegiro,
};

function readDegiro(file: DelimitedFile, findings: Findings): FormatNotes {
  const table = withAmountColumns(singleTable(file, degiroColumns, findings));
  const joined = joinContinuations(table);
  const cells = cellReader({ ...table, rows: joined.map(({ row }) => row) }, findings, {
    likelySign: "comma",
    dateOrder: "DMY",
  });
  const inFile = joined.map((row) => readDegiroRow(row, cells, findings)).filter((row) => row !== undefined);
  const rowOrder = rowOrderOf(
    inFile.map(({ date }) => date),
    "newest-first",
  );
  const rows = rowOrder === "newest-first" ? inFile.toReversed() : inFile;
  const orderly = rows.filter(({ type, trade }) =>
    type === undefined ? trade?.occasion === "" : orderTypes.has(type),
  );
  const inOrders = new Set(bookOrders(orderly, findings));
  const rest = rows.filter((row) => !inOrders.has(row));
  bookIncome(
    rest
      .filter(({ type }) => type === "dividend")
      .flatMap(incomeRow)
      .map((row) => ({ ...row, kind: "dividend" })),
    rest.filter(({ type }) => type === "dividend-tax").flatMap(incomeRow),
    findings,
  );
  bookExchangeLegs(rest.filter(({ type }) => type === "exchange").flatMap(exchangeLeg), findings);
  bookDegiroActions(rest.filter(isAction), findings.drafts, findings);
  for (const row of rest) if (!row.lines.every((line) => findings.isSettled(line))) bookDegiroCash(row, findings);
  return { dateOrder: cells.dateOrder, rowOrder };
}

const orderTypes: ReadonlySet<string> = new Set(["trade-fee", "exchange"]);

/** Books every group of rows that holds a trade; gives back the rows it took. */
function bookOrders(rows: readonly DegiroRow[], findings: Findings): readonly DegiroRow[] {
  const taken: DegiroRow[] = [];
  for (const group of grouped(rows, orderKey).values()) {
    const fills = group.filter(isFill);
    if (fills.length === 0) continue;
    const fees = group.filter(({ type, cash }) => type === "trade-fee" && cash !== undefined);
    const exchange = group.filter(({ type, cash }) => type === "exchange" && cash !== undefined);
    bookDegiroOrder({ fills, fees, exchange }, findings);
    taken.push(...fills, ...fees, ...exchange);
  }
  return taken;
}

/** Rows without an order id belong together when instrument and minute are the same. */
function orderKey({ orderId, date, time, isin }: DegiroRow): string {
  return orderId === "" ? `${date} ${time} ${isin}` : orderId;
}

function isFill(row: DegiroRow): row is DegiroFill {
  return row.trade !== undefined && row.cash !== undefined;
}

function isAction(row: DegiroRow): row is DegiroRow & { readonly trade: DegiroTradeText } {
  return row.trade !== undefined && row.trade.occasion !== "";
}

function incomeRow(row: DegiroRow): readonly IncomeRow[] {
  if (row.cash === undefined) return [];
  const { amount, currency } = row.cash;
  const fields = { ...degiroFields(row), instrument: degiroInstrument(row), currency };
  return [{ fields, amount, key: `${row.date} ${row.isin || row.product} ${currency}` }];
}

function exchangeLeg(row: DegiroRow) {
  if (row.cash === undefined) return [];
  const note = row.rate === "" ? row.description : `${row.description} ${row.rate}`;
  return [{ fields: { ...degiroFields(row), note }, ...row.cash, key: `${row.date} ${row.time} ${row.orderId}` }];
}
