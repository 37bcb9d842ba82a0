import { cellReader, type Table, type TableStyle } from "../reading/cell-reader.ts";
import type { Column } from "../reading/columns.ts";
import { isFooter } from "../csv/footer.ts";
import { headerName } from "../csv/header.ts";
import type { DelimitedFile, FormatNotes } from "../reading/delimited-file.ts";
import { rowOrderOf } from "../reading/row-order.ts";
import type { Findings } from "../reading/findings.ts";
import { bookMappedRow } from "./book-mapped-row.ts";
import { type ColumnMapping, type MappedField, mappedFields } from "./column-mapping.ts";
import { readMappedRow } from "./mapped-row.ts";

const contents: Partial<Record<MappedField, Column<MappedField>["content"]>> = {
  tradeDate: "date",
  settlementDate: "date",
  quantity: "number",
  unitPrice: "number",
  grossAmount: "number",
  netAmount: "number",
  feeAmount: "number",
  taxAmount: "number",
  currency: "currency",
};

/** Reads a file by the columns its owner has named. */
export function readMappedCsv(file: DelimitedFile, mapping: ColumnMapping, findings: Findings): FormatNotes {
  const table = mappedTable(file, mapping, findings);
  const cells = cellReader(table, findings, styleOf(file, mapping));
  const rows = table.rows.map((row) => readMappedRow(row, cells, mapping, findings)).filter((row) => row !== undefined);
  for (const row of rows) bookMappedRow(row, findings);
  return {
    dateOrder: cells.dateOrder,
    rowOrder: rowOrderOf(
      rows.map(({ date }) => date.date),
      "oldest-first",
    ),
  };
}

/** The file as a table by field; a constant becomes a column of its own behind the others. */
function mappedTable(
  { rows, headerIndex }: DelimitedFile,
  { fields }: ColumnMapping,
  findings: Findings,
): Table<MappedField> {
  const header = rows[headerIndex] ?? { line: 1, cells: [] };
  for (const { line } of rows.slice(0, headerIndex + 1)) findings.structure(line);
  const constants: string[] = [];
  const at: Partial<Record<MappedField, number>> = {};
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  for (const field of mappedFields) {
    const source = fields[field];
    if (source === undefined) continue;
    at[field] = typeof source === "number" ? source : width + constants.push(source.constant) - 1;
  }
  const data = rows.slice(headerIndex + 1).filter((row) => !isFooter(row));
  for (const row of rows.slice(headerIndex + 1)) if (isFooter(row)) findings.structure(row.line);
  const columns = mappedFields.map((field) => ({ field, names: [], content: contents[field] ?? "text" }));
  const widened =
    constants.length === 0 ? data : data.map((row) => ({ ...row, cells: padded(row.cells, width, constants) }));
  return { header, rows: widened, columns, positions: { at, currencies: headerCurrencies(header.cells, at) } };
}

function padded(cells: readonly string[], width: number, constants: readonly string[]): readonly string[] {
  return [...cells, ...Array.from({ length: width - cells.length }, () => ""), ...constants];
}

function headerCurrencies(
  header: readonly string[],
  at: Partial<Record<MappedField, number>>,
): Partial<Record<MappedField, string>> {
  const amounts = [at.grossAmount, at.netAmount, at.unitPrice];
  const printed = amounts.map((position) => headerName(header[position ?? -1] ?? "").currency);
  const currency = printed.find((code) => code !== undefined);
  return currency === undefined ? {} : { currency };
}

function styleOf({ delimiter }: DelimitedFile, { dateOrder, decimalSign }: ColumnMapping): TableStyle {
  return {
    likelySign: delimiter === ";" ? "comma" : "point",
    ...(dateOrder === undefined || dateOrder === "auto" ? {} : { dateOrder }),
    ...(decimalSign === undefined || decimalSign === "auto" ? {} : { decimalSign }),
  };
}
