import type { CurrencyCode } from "../../../money/currency.ts";
import { Decimal } from "../../../numbers/decimal.ts";
import { type CellReader, cellReader } from "../../reading/cell-reader.ts";
import type { Column } from "../../reading/columns.ts";
import type { Row } from "../../csv/row.ts";
import { headerName } from "../../csv/header.ts";
import { bookStatementExchange } from "./statement-exchange.ts";
import type { StatementTrade } from "./statement-trade.ts";
import { type StatementReading, sectionsNamed } from "./statement-reading.ts";
import { bookSecurityTrade } from "./statement-security-trade.ts";
import { type StatementSection, sectionTable } from "./statement-sections.ts";

type TradeField =
  | "discriminator"
  | "category"
  | "currency"
  | "account"
  | "symbol"
  | "time"
  | "quantity"
  | "price"
  | "proceeds"
  | "commission"
  | "basis"
  | "code";

const tradeColumns: readonly Column<TradeField>[] = [
  { field: "discriminator", names: ["datadiscriminator"], required: true },
  { field: "category", names: ["asset category"], required: true },
  { field: "currency", names: ["currency"], content: "currency", required: true },
  { field: "account", names: ["account"] },
  { field: "symbol", names: ["symbol"], required: true },
  { field: "time", names: ["date/time"], content: "date", required: true },
  { field: "quantity", names: ["quantity"], content: "number", required: true },
  { field: "price", names: ["t. price"], content: "number", required: true },
  { field: "proceeds", names: ["proceeds"], content: "number", required: true },
  { field: "basis", names: ["basis"], content: "number" },
  { field: "code", names: ["code"] },
];

/**
 * Books the trades: of one instrument its orders, or its executions where it has no orders, never both.
 *
 * Closed lots and the executions of an order are details of a row already booked: structure.
 */
export function bookStatementTrades(reading: StatementReading): void {
  for (const section of sectionsNamed(reading, "trades")) bookSection(section, reading);
}

function bookSection(section: StatementSection, reading: StatementReading): void {
  const commission = commissionColumn(section.header);
  const table = sectionTable(section, [...tradeColumns, commission.column]);
  if (table === undefined) return;
  const cells = cellReader(table, reading.findings, { decimalSign: "point" });
  const ordered = new Set(
    table.rows.filter((row) => kindOf(row, cells) === "order").map((row) => instrument(row, cells)),
  );
  for (const row of table.rows) {
    const kind = kindOf(row, cells);
    const detail = kind === "closedlot" || kind === "lot" || (kind !== "order" && ordered.has(instrument(row, cells)));
    if (detail) reading.findings.structure(row.line);
    else bookTrade(row, cells, commission.currency, reading);
  }
}

function kindOf(row: Row, cells: CellReader<TradeField>): string {
  return cells.text(row, "discriminator").toLowerCase();
}

function instrument(row: Row, cells: CellReader<TradeField>): string {
  return `${cells.text(row, "account")} ${cells.text(row, "category")} ${cells.text(row, "symbol")}`;
}

/** The commission stands under `Comm/Fee` in the trade's currency, or under `Comm in EUR` in the base currency. */
function commissionColumn(header: Row): { column: Column<TradeField>; currency: CurrencyCode | undefined } {
  const name = header.cells
    .map((cell) => headerName(cell).name)
    .find((cell) => /^comm(\/fee| in [a-z]{3})$/.test(cell));
  const currency = /^comm in ([a-z]{3})$/.exec(name ?? "")?.[1]?.toUpperCase();
  return { column: { field: "commission", names: [name ?? "comm/fee"], content: "number" }, currency };
}

function bookTrade(
  row: Row,
  cells: CellReader<TradeField>,
  baseCurrency: CurrencyCode | undefined,
  reading: StatementReading,
): void {
  const trade = readTrade(row, cells, baseCurrency, reading);
  if (trade === undefined) return;
  if (trade.category.toLowerCase() === "forex") bookStatementExchange(trade, reading.findings);
  else bookSecurityTrade(trade, reading);
}

function readTrade(
  row: Row,
  cells: CellReader<TradeField>,
  baseCurrency: CurrencyCode | undefined,
  { findings, account }: StatementReading,
): StatementTrade | undefined {
  const date = cells.neededDate(row, "time");
  const unit = cells.neededCurrency(row, "currency");
  const quantity = cells.neededNumber(row, "quantity");
  const proceeds = cells.neededNumber(row, "proceeds");
  const price = cells.number(row, "price");
  const commission = cells.number(row, "commission") ?? new Decimal(0);
  const basis = cells.number(row, "basis");
  if (findings.isRefused(row.line) || !date || !unit || !quantity || !proceeds) return undefined;
  return {
    line: row.line,
    category: cells.text(row, "category"),
    currency: unit.currency,
    account: cells.text(row, "account") || account,
    symbol: cells.text(row, "symbol"),
    date: date.date,
    time: date.time,
    quantity,
    price,
    proceeds,
    commission,
    commissionCurrency: baseCurrency ?? unit.currency,
    basis,
    codes: cells
      .text(row, "code")
      .split(";")
      .map((code) => code.trim()),
  };
}
