import type { Row } from "../../csv/row.ts";
import type { Table } from "../../reading/cell-reader.ts";
import { type Column, locateColumns } from "../../reading/columns.ts";
import type { Findings } from "../../reading/findings.ts";

/** A table of the statement: column 1 names it, column 2 says what each row is. */
export interface StatementSection {
  readonly name: string;
  readonly header: Row;
  readonly rows: readonly Row[];
}

/** Splits a statement into its tables. Headers, subtotals and totals become structure; a repeated header begins anew. */
export function statementSections(rows: readonly Row[], findings: Findings): readonly StatementSection[] {
  const sections: { name: string; header: Row; rows: Row[] }[] = [];
  const current = new Map<string, (typeof sections)[number]>();
  for (const row of rows) {
    const name = sectionName(row);
    const discriminator = row.cells[1]?.trim().toLowerCase() ?? "";
    if (discriminator === "header") {
      const section = { name, header: row, rows: [] };
      sections.push(section);
      current.set(name, section);
      findings.structure(row.line);
    } else if (discriminator === "data" && !isTotal(row)) {
      current.get(name)?.rows.push(row);
    } else if (["data", "subtotal", "total", "notes"].includes(discriminator)) {
      findings.structure(row.line);
    }
  }
  return sections;
}

/** The section a row belongs to, case-folded. */
export function sectionName(row: Row): string {
  return row.cells[0]?.replaceAll("\uFEFF", "").trim().toLowerCase() ?? "";
}

function isTotal({ cells }: Row): boolean {
  return /^total\b/i.test(cells[2]?.trim() ?? "");
}

/** A section as a table with these columns; undefined when its header lacks a required one. */
export function sectionTable<Field extends string>(
  { header, rows }: StatementSection,
  columns: readonly Column<Field>[],
): Table<Field> | undefined {
  const positions = locateColumns(header.cells, columns);
  return positions === undefined ? undefined : { header, rows, positions, columns };
}
