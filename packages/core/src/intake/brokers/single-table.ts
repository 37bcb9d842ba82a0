import type { Table } from "../reading/cell-reader.ts";
import { type Column, type ColumnPositions, locateColumns } from "../reading/columns.ts";
import { isFooter } from "../csv/footer.ts";
import type { Findings } from "../reading/findings.ts";
import type { DelimitedFile } from "../reading/delimited-file.ts";

/** The one table of a file. What stands above the header, the header itself and footers become structure. */
export function singleTable<Field extends string>(
  { rows, headerIndex }: DelimitedFile,
  columns: readonly Column<Field>[],
  findings: Findings,
): Table<Field> {
  const header = rows[headerIndex] ?? { line: 1, cells: [] };
  for (const { line } of rows.slice(0, headerIndex + 1)) findings.structure(line);
  const data = rows.slice(headerIndex + 1).filter((row) => !isFooter(row));
  for (const row of rows.slice(headerIndex + 1)) if (isFooter(row)) findings.structure(row.line);
  const positions = locateColumns(header.cells, columns);
  return { header, rows: data, positions: positions ?? noColumns(), columns };
}

function noColumns<Field extends string>(): ColumnPositions<Field> {
  const at: Partial<Record<Field, number>> = {};
  const currencies: Partial<Record<Field, string>> = {};
  return { at, currencies };
}
