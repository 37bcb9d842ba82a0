import type { PlainDate } from "../../../calendar/plain-date.ts";
import type { CurrencyCode } from "../../../money/currency.ts";
import type { Decimal } from "../../../numbers/decimal.ts";
import type { CellReader, Table } from "../../reading/cell-reader.ts";
import type { Row } from "../../csv/row.ts";
import type { Findings } from "../../reading/findings.ts";
import type { DegiroField } from "./degiro-columns.ts";
import { type DegiroTradeText, readDegiroTrade } from "./degiro-trade-text.ts";
import { degiroRowType, type DegiroRowType } from "./degiro-wording.ts";

/** One row of DEGIRO's account statement with its cells read, and the lines it was broken over. */
export interface DegiroRow {
  readonly lines: readonly number[];
  readonly date: PlainDate;
  readonly time: string;
  readonly settlementDate: PlainDate | undefined;
  readonly product: string;
  readonly isin: string;
  readonly description: string;
  readonly rate: string;
  readonly orderId: string;
  readonly trade: DegiroTradeText | undefined;
  readonly type: DegiroRowType | undefined;
  /** Signed as it moves cash; absent in a remark. */
  readonly cash: { readonly amount: Decimal; readonly currency: CurrencyCode } | undefined;
}

/** A row together with the rows that continue it. */
export interface BrokenRow {
  readonly row: Row;
  readonly lines: readonly number[];
}

/** Joins continuation lines, which have neither date nor time, to the row above: text is appended cell by cell. */
export function joinContinuations(table: Table<DegiroField>): readonly BrokenRow[] {
  const joined: BrokenRow[] = [];
  const { date = -1, time = -1 } = table.positions.at;
  for (const row of table.rows) {
    const above = joined.at(-1);
    const continues = (row.cells[date] ?? "").trim() === "" && (row.cells[time] ?? "").trim() === "";
    if (!continues || above === undefined) joined.push({ row, lines: [row.line] });
    else {
      const cells = above.row.cells.map((cell, index) => cell + (row.cells[index] ?? ""));
      joined[joined.length - 1] = { row: { line: above.row.line, cells }, lines: [...above.lines, row.line] };
    }
  }
  return joined;
}

/** Reads the cells of a row; undefined when one is refused. */
export function readDegiroRow(
  { row, lines }: BrokenRow,
  cells: CellReader<DegiroField>,
  findings: Findings,
): DegiroRow | undefined {
  const date = cells.neededDate(row, "date");
  const settlementDate = cells.date(row, "valueDate")?.date;
  const amount = cells.number(row, "amount");
  const unit = amount === undefined ? undefined : cells.neededCurrency(row, "currency");
  if (findings.isRefused(row.line) || date === undefined) {
    for (const line of lines.slice(1)) findings.structure(line);
    return undefined;
  }
  const description = cells.text(row, "description").replaceAll(/\s+/g, " ");
  const trade = readDegiroTrade(description, cells.decimalSign("amount"));
  return {
    lines,
    date: date.date,
    time: cells.text(row, "time"),
    settlementDate,
    product: cells.text(row, "product"),
    isin: cells.text(row, "isin"),
    description,
    rate: cells.text(row, "rate"),
    orderId: cells.text(row, "orderId"),
    trade,
    type: trade === undefined ? degiroRowType(description) : undefined,
    cash: amount === undefined || unit === undefined ? undefined : { amount, currency: unit.currency },
  };
}
