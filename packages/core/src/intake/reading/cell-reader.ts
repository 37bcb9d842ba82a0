import { type DateOrder, type DateOrderFinding, dateOrderOf, parseDate, type PrintedDate } from "../csv/date-style.ts";
import { type DecimalSign, decimalBalanceOf, isAbsentNumber, parseNumber, signOfBalance } from "../csv/number-style.ts";
import type { Row } from "../csv/row.ts";
import type { Column, ColumnPositions } from "./columns.ts";
import { type CurrencyUnit, readCurrency } from "./currency-unit.ts";
import type { Decimal } from "../../numbers/decimal.ts";
import type { Findings } from "./findings.ts";

/** A table of a file: its header and the rows below it. */
export interface Table<Field extends string> {
  readonly header: Row;
  readonly rows: readonly Row[];
  readonly positions: ColumnPositions<Field>;
  readonly columns: readonly Column<Field>[];
}

/** What is known of a table's style beforehand. */
export interface TableStyle {
  /** Fixes the decimal sign. */
  readonly decimalSign?: DecimalSign;
  /** The decimal sign when no cell of the table decides. */
  readonly likelySign?: DecimalSign;
  /** Fixes the order of dates. */
  readonly dateOrder?: DateOrder;
}

/**
 * Reads the cells of a table by field.
 *
 * A cell of the wrong shape is reported with its line and column and refuses its row; the reader then gives undefined.
 */
export interface CellReader<Field extends string> {
  readonly dateOrder: DateOrder;
  readonly text: (row: Row, field: Field) => string;
  /** Undefined when the cell is blank or refused. */
  readonly number: (row: Row, field: Field) => Decimal | undefined;
  /** As `number`, and a blank cell refuses the row. */
  readonly neededNumber: (row: Row, field: Field) => Decimal | undefined;
  readonly date: (row: Row, field: Field) => PrintedDate | undefined;
  readonly neededDate: (row: Row, field: Field) => PrintedDate | undefined;
  readonly currency: (row: Row, field: Field) => CurrencyUnit | undefined;
  readonly neededCurrency: (row: Row, field: Field) => CurrencyUnit | undefined;
  /** The currency that a column's name states, as `Total (GBP)` does. */
  readonly headerCurrency: (field: Field) => CurrencyUnit | undefined;
  /** The decimal sign of a column, for numbers inside text. */
  readonly decimalSign: (field: Field) => DecimalSign;
  readonly columnName: (field: Field) => string;
}

/** A reader for one table; decides the number and date styles column by column first. */
export function cellReader<Field extends string>(
  table: Table<Field>,
  findings: Findings,
  style: TableStyle = {},
): CellReader<Field> {
  const signs = decimalSigns(table, style);
  const dateOrder = style.dateOrder ?? decideDateOrder(table, findings);

  function columnName(field: Field): string {
    return table.header.cells[table.positions.at[field] ?? -1]?.trim() || field;
  }
  function text(row: Row, field: Field): string {
    return row.cells[table.positions.at[field] ?? -1]?.trim() ?? "";
  }
  function refused(row: Row, field: Field, what: string, remedy: string): undefined {
    findings.refuse(row.line, columnName(field), `"${shown(text(row, field))}" is not ${what}. ${remedy}`);
  }
  function decimalSign(field: Field): DecimalSign {
    return signs.get(field) ?? "point";
  }
  function number(row: Row, field: Field): Decimal | undefined {
    const cell = text(row, field);
    if (isAbsentNumber(cell)) return undefined;
    return parseNumber(cell, decimalSign(field)) ?? refused(row, field, "a number", correctIt);
  }
  function date(row: Row, field: Field): PrintedDate | undefined {
    const cell = text(row, field);
    if (isAbsentNumber(cell)) return undefined;
    return (
      parseDate(cell, dateOrder) ?? refused(row, field, "a date of the calendar in this column's style", correctIt)
    );
  }
  function currency(row: Row, field: Field): CurrencyUnit | undefined {
    const cell = text(row, field) || (table.positions.currencies[field] ?? "");
    if (isAbsentNumber(cell)) return undefined;
    return readCurrency(cell) ?? refused(row, field, "a currency we know", "Write its code of ISO 4217, such as EUR.");
  }
  function needed<Value>(read: (row: Row, field: Field) => Value | undefined) {
    return (row: Row, field: Field): Value | undefined => {
      const value = read(row, field);
      if (value === undefined && !findings.isRefused(row.line)) {
        const name = columnName(field);
        findings.refuse(
          row.line,
          name,
          `The cell under "${name}" is empty but needed here. Fill it in and import again.`,
        );
      }
      return value;
    };
  }
  return {
    dateOrder,
    text,
    number,
    date,
    currency,
    headerCurrency: (field) => readCurrency(table.positions.currencies[field] ?? ""),
    decimalSign,
    columnName,
    neededNumber: needed(number),
    neededDate: needed(date),
    neededCurrency: needed(currency),
  };
}

const correctIt = "Correct the cell in the file and import again.";

function shown(cell: string): string {
  return cell.length > 40 ? `${cell.slice(0, 40)}…` : cell;
}

function* columnCells<Field extends string>(table: Table<Field>, fields: readonly Field[]): Iterable<string> {
  const places = fields.map((field) => table.positions.at[field] ?? -1);
  for (const { cells } of table.rows) for (const place of places) yield cells[place] ?? "";
}

function fieldsOf<Field extends string>(table: Table<Field>, content: Column<Field>["content"]): readonly Field[] {
  const columns = table.columns.filter((column) => column.content === content);
  return columns.map(({ field }) => field).filter((field) => table.positions.at[field] !== undefined);
}

function decimalSigns<Field extends string>(table: Table<Field>, style: TableStyle): ReadonlyMap<Field, DecimalSign> {
  const fields = fieldsOf(table, "number");
  const fixed = style.decimalSign;
  if (fixed !== undefined) return new Map(fields.map((field) => [field, fixed]));
  const balances = fields.map((field) => decimalBalanceOf(columnCells(table, [field])));
  const all = balances.reduce((sum, balance) => sum + balance, 0);
  const common = signOfBalance(all) ?? style.likelySign ?? "point";
  return new Map(fields.map((field, index) => [field, signOfBalance(balances[index] ?? 0) ?? common]));
}

function decideDateOrder<Field extends string>(table: Table<Field>, findings: Findings): DateOrder {
  const fields = fieldsOf(table, "date");
  const finding = dateOrderOf(columnCells(table, fields));
  const first = fields[0];
  if ((finding.decided && !finding.mixed) || first === undefined) return finding.order;
  const name = table.header.cells[table.positions.at[first] ?? -1] ?? first;
  findings.report("invalid-cell", table.header.line, dateQuestion(name, finding), name);
  return finding.order;
}

function dateQuestion(name: string, { order, mixed }: DateOrderFinding): string {
  const read = order === "MDY" ? "month first" : "day first";
  const why = mixed ? "some only make sense day first, others only month first" : "no date tells day from month";
  return `The dates under "${name}" were read ${read}, but ${why}. Check one of them, and choose the other order if it is wrong.`;
}
