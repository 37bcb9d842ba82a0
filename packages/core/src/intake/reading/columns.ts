import { headerName } from "../csv/header.ts";
import type { Row } from "../csv/row.ts";

/** What the cells of a column hold. */
export type CellContent = "text" | "number" | "date" | "currency";

/** A column as a format knows it. */
export interface Column<Field extends string> {
  readonly field: Field;
  /** Every name it goes by, case-folded and trimmed. */
  readonly names: readonly string[];
  /** `text` when absent. */
  readonly content?: CellContent;
  /** Whether the header must have it to be recognised. */
  readonly required?: boolean;
}

/** Where the columns of a format stand in one file. */
export interface ColumnPositions<Field extends string> {
  readonly at: Readonly<Partial<Record<Field, number>>>;
  /** The currency a column's name states: `Total (GBP)`. */
  readonly currencies: Readonly<Partial<Record<Field, string>>>;
}

/**
 * Finds each column by its names; undefined when a required one is missing.
 *
 * Shape: of several columns with one name the first counts; others are read by position by the format itself.
 */
export function locateColumns<Field extends string>(
  header: readonly string[],
  columns: readonly Column<Field>[],
): ColumnPositions<Field> | undefined {
  const names = header.map(headerName);
  const at: Partial<Record<Field, number>> = {};
  const currencies: Partial<Record<Field, string>> = {};
  for (const { field, names: known, required } of columns) {
    const position = names.findIndex(({ name }) => known.includes(name));
    const currency = names[position]?.currency;
    if (position >= 0) at[field] = position;
    else if (required === true) return undefined;
    if (currency !== undefined) currencies[field] = currency;
  }
  return { at, currencies };
}

/** The header among the first rows: the first one that has every required column. */
export function findHeader<Field extends string>(
  rows: readonly Row[],
  columns: readonly Column<Field>[],
): number | undefined {
  const index = rows.slice(0, 60).findIndex(({ cells }) => locateColumns(cells, columns) !== undefined);
  return index < 0 ? undefined : index;
}
