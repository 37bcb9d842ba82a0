import type { Row } from "../csv/row.ts";
import type { ColumnMapping } from "./column-mapping.ts";
import { suggestMapping } from "./suggest-mapping.ts";

/**
 * The position of the row that is most likely the header: the one the mapping names, else the one with most known
 * column names, else the first with several cells.
 */
export function probableHeader(rows: readonly Row[], mapping: ColumnMapping | undefined): number {
  const named = rows.findIndex(({ line }) => line === mapping?.headerLine);
  if (named >= 0) return named;
  const known = rows.slice(0, 40).map(({ cells }) => Object.keys(suggestMapping(cells).fields).length);
  const most = Math.max(0, ...known);
  if (most >= 2) return known.indexOf(most);
  return Math.max(
    0,
    rows.findIndex(({ cells }) => cells.filter((cell) => cell.trim() !== "").length > 1),
  );
}
