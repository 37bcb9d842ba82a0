import { headerName } from "../../csv/header.ts";
import { isFooter } from "../../csv/footer.ts";
import { isProse } from "../../csv/prose.ts";
import type { Row } from "../../csv/row.ts";
import type { Table } from "../../reading/cell-reader.ts";
import { type Column, type ColumnPositions, locateColumns } from "../../reading/columns.ts";
import type { Findings } from "../../reading/findings.ts";
import { type ActivityField, contentOf } from "./activity-field.ts";
import type { ActivityPreset, ActivityTable, FieldNames } from "./activity-preset.ts";

/** A table found in a file, with the description it fits. */
export interface FoundTable {
  readonly described: ActivityTable;
  readonly table: Table<ActivityField>;
}

/** How far down a header is searched for. */
const examinedRows = 60;

/** The position of a preset's first header; undefined when no row is one. */
export function locateActivities(rows: readonly Row[], { tables }: ActivityPreset): number | undefined {
  const index = rows
    .slice(0, examinedRows)
    .findIndex((row, at) => tables.some((table) => columnsIn(row, table, rows[at - 1])));
  return index < 0 ? undefined : index;
}

/**
 * Cuts a file into its tables: each begins with a header, its own or the same again. Headers, footers, titles and what
 * stands above the first header become structure.
 */
export function activityTables(
  rows: readonly Row[],
  headerIndex: number,
  preset: ActivityPreset,
  findings: Findings,
): readonly FoundTable[] {
  const found: (FoundTable & { readonly table: { readonly rows: Row[] } })[] = [];
  const names = new Set(preset.tables.flatMap(({ required }) => Object.values(required)).flatMap((name) => name));
  for (const { line } of rows.slice(0, headerIndex)) findings.structure(line);
  for (const [offset, row] of rows.slice(headerIndex).entries()) {
    const above = rows[headerIndex + offset - 1];
    const next = offset === 0 || mayBeHeader(row, names) ? headerOf(row, preset, above) : undefined;
    if (next !== undefined) found.push(next);
    else if (!isFooter(row) && !isProse(row)) {
      found.at(-1)?.table.rows.push(row);
      continue;
    }
    findings.structure(row.line);
  }
  return found;
}

/** A quick look that spares most rows the comparison: a header begins with a required name. */
function mayBeHeader({ cells }: Row, names: ReadonlySet<string>): boolean {
  return cells.slice(0, 2).some((cell) => names.has(headerName(cell).name));
}

function headerOf(
  row: Row,
  { tables }: ActivityPreset,
  above: Row | undefined,
): (FoundTable & { readonly table: { rows: Row[] } }) | undefined {
  for (const described of tables) {
    const fitting = columnsIn(row, described, above);
    if (fitting === undefined) continue;
    return { described, table: { header: row, rows: [], ...fitting } };
  }
  return undefined;
}

interface Fitting {
  readonly columns: readonly Column<ActivityField>[];
  readonly positions: ColumnPositions<ActivityField>;
}

function columnsIn({ cells }: Row, described: ActivityTable, above: Row | undefined): Fitting | undefined {
  const columns = [...columnsOf(described.required, true), ...columnsOf(described.optional ?? {}, false)];
  const positions = locateColumns(cells, columns);
  if (positions === undefined) return undefined;
  const names = cells.map((cell) => headerName(cell).name);
  if (!(described.alsoHas ?? []).every((name) => names.includes(name))) return undefined;
  if ((described.without ?? []).some((name) => names.includes(name))) return undefined;
  if (described.title?.test(above?.cells.join(" ").trim() ?? "") === false) return undefined;
  if (described.nothingElse === true) {
    const known = new Set([...columns.flatMap((column) => column.names), ...(described.alsoHas ?? [])]);
    if (!names.every((name) => name === "" || known.has(name))) return undefined;
  }
  return withUnnamed(names, columns, positions, described);
}

function columnsOf(fields: FieldNames, required: boolean): readonly Column<ActivityField>[] {
  return (Object.entries(fields) as [ActivityField, string | readonly string[]][]).map(([field, names]) => ({
    field,
    names: typeof names === "string" ? [names] : names,
    content: contentOf(field),
    required,
  }));
}

/** Adds the columns that are told only by the one before them; that their header is blank is part of the signature. */
function withUnnamed(
  names: readonly string[],
  columns: readonly Column<ActivityField>[],
  { at, currencies }: ColumnPositions<ActivityField>,
  { unnamedAfter = {} }: ActivityTable,
): Fitting | undefined {
  const added = Object.entries(unnamedAfter) as [ActivityField, ActivityField][];
  const positions = added.map(([field, before]) => [field, (at[before] ?? -2) + 1] as const);
  if (!positions.every(([, position]) => names[position] === "")) return undefined;
  return {
    columns: [...columns, ...added.map(([field]) => ({ field, names: [], content: contentOf(field) }))],
    positions: { at: { ...at, ...Object.fromEntries(positions) }, currencies },
  };
}
