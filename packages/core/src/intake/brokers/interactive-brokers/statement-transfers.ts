import { type CellReader, cellReader } from "../../reading/cell-reader.ts";
import type { Column } from "../../reading/columns.ts";
import type { Row } from "../../csv/row.ts";
import { type StatementReading, sectionsNamed } from "./statement-reading.ts";
import { sectionTable } from "./statement-sections.ts";

type TransferField = "currency" | "account" | "symbol" | "date" | "direction" | "quantity" | "price" | "cash";

const transferColumns: readonly Column<TransferField>[] = [
  { field: "currency", names: ["currency"], content: "currency", required: true },
  { field: "account", names: ["account"] },
  { field: "symbol", names: ["symbol"], required: true },
  { field: "date", names: ["date"], content: "date", required: true },
  { field: "direction", names: ["direction"], required: true },
  { field: "quantity", names: ["qty", "quantity"], content: "number", required: true },
  { field: "price", names: ["xfer price"], content: "number" },
  { field: "cash", names: ["cash amount"], content: "number" },
];

/** Books transfers: shares without cash as deliveries, since the other account is not known; cash as half a transfer. */
export function bookTransfers(reading: StatementReading): void {
  for (const section of sectionsNamed(reading, "transfers")) {
    const table = sectionTable(section, transferColumns);
    if (table === undefined) continue;
    const cells = cellReader(table, reading.findings, { decimalSign: "point" });
    for (const row of table.rows) bookTransfer(row, cells, reading);
  }
}

function bookTransfer(row: Row, cells: CellReader<TransferField>, reading: StatementReading): void {
  const { findings } = reading;
  const date = cells.neededDate(row, "date");
  const unit = cells.neededCurrency(row, "currency");
  const quantity = cells.number(row, "quantity")?.abs();
  const cash = cells.number(row, "cash");
  const price = cells.number(row, "price");
  if (findings.isRefused(row.line) || !date || !unit) return;
  const arriving = /^in/i.test(cells.text(row, "direction"));
  const accountReference = cells.text(row, "account") || reading.account;
  const shared = { rows: [row.line], tradeDate: date.date, time: date.time, accountReference, currency: unit.currency };
  if (quantity === undefined || quantity.isZero()) {
    if (cash === undefined) return;
    findings.book({ ...shared, kind: cash.isNegative() ? "transfer-out" : "transfer-in", grossAmount: cash.abs() });
    return;
  }
  const unitPrice = price?.isZero() === false ? price : undefined;
  const instrument = reading.instruments.byTicker(cells.text(row, "symbol"), { currency: unit.currency });
  const kind = arriving ? "delivery-in" : "delivery-out";
  findings.book({ ...shared, kind, instrument, quantity, unitPrice, grossAmount: unitPrice?.times(quantity) });
  if (!arriving || unitPrice !== undefined) return;
  const message = `${quantity.toString()} ${cells.text(row, "symbol")} arrive without a cost. Add what they cost, or their gain stays incomplete.`;
  findings.report("missing-cost", row.line, message, "Xfer Price");
}
