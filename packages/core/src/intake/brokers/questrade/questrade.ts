import { findHeader } from "../../reading/columns.ts";
import { cellReader } from "../../reading/cell-reader.ts";
import type { Findings } from "../../reading/findings.ts";
import type { IncomeRow, Payment } from "../../reading/withheld-tax.ts";
import { bookIncome } from "../../reading/withheld-tax.ts";
import type { BrokerFormat } from "../broker-format.ts";
import type { DelimitedFile, FormatNotes } from "../../reading/delimited-file.ts";
import { rowOrderOf } from "../../reading/row-order.ts";
import { singleTable } from "../single-table.ts";
import { bookQuestradeAction } from "./questrade-actions.ts";
import { questradeColumns } from "./questrade-columns.ts";
import { bookQuestradeExchanges } from "./questrade-exchange.ts";
import { type QuestradeRow, readQuestradeRow } from "./questrade-row.ts";
import { bookQuestradeSplit } from "./questrade-split.ts";
import { securityName, symbolResolver } from "./questrade-symbols.ts";
import { instrumentIn, sharedFields } from "./questrade-trade.ts";

/**
 * Questrade, account activities (CSV).
 *
 * Quantity, gross, commission and net are signed; an exchange is two rows, a tax a negative `DIV` row, a split the
 * shares it adds; reinvestments carry an internal symbol.
 */
export const questrade: BrokerFormat = {
  id: "questrade-activities",
  name: "Questrade: account activities",
  locate: (rows) => findHeader(rows, questradeColumns),
  read: readQuestrade,
};

function readQuestrade(file: DelimitedFile, findings: Findings): FormatNotes {
  const table = singleTable(file, questradeColumns, findings);
  const cells = cellReader(table, findings, { likelySign: "point" });
  const printed = table.rows.map((row) => readQuestradeRow(row, cells, findings)).filter((row) => row !== undefined);
  const symbolOf = symbolResolver(printed);
  const rows = printed.map((row) => ({ ...row, symbol: symbolOf(row) }));
  const income = rows.filter(({ action }) => action === "DIV");
  const isTax = (row: QuestradeRow): boolean => /TAX WITHHELD|NON-RES TAX|WITHHOLDING/i.test(row.description);
  for (const row of rows) {
    if (!["DIV", "FXT", "DIS"].includes(row.action)) bookQuestradeAction(row, findings);
  }
  bookQuestradeExchanges(
    rows.filter(({ action }) => action === "FXT"),
    findings,
  );
  bookIncome(income.filter((row) => !isTax(row)).map(payment), income.filter(isTax).map(incomeRow), findings);
  const splits = rows.filter(({ action }) => action === "DIS");
  for (const row of splits.toSorted((a, b) => Number(a.tradeDate > b.tradeDate) - Number(a.tradeDate < b.tradeDate))) {
    bookQuestradeSplit(row, findings.drafts, findings);
  }
  return {
    dateOrder: cells.dateOrder,
    rowOrder: rowOrderOf(
      rows.map(({ tradeDate }) => tradeDate),
      "oldest-first",
    ),
  };
}

function incomeRow(row: QuestradeRow): IncomeRow {
  const instrument = instrumentIn(row);
  const fields = { ...sharedFields(row), instrument };
  const name = row.symbol || securityName(row.description);
  return { fields, amount: row.net, key: `${row.account} ${row.tradeDate} ${row.currency} ${name}` };
}

function payment(row: QuestradeRow): Payment {
  const common = incomeRow(row);
  const substitute = /IN LIEU OF DIV/i.test(row.description);
  return { ...common, fields: { ...common.fields, substitutePayment: substitute || undefined }, kind: "dividend" };
}
