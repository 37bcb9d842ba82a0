import { isFooter } from "./footer.ts";
import { isProse } from "./prose.ts";
import type { Row } from "./row.ts";

/**
 * The last row when the file breaks off inside it: no line end follows, and it has fewer cells than the row above.
 *
 * Undefined: the last row is whole, a footer, or the only one.
 */
export function cutLastRow(rows: readonly Row[], text: string): Row | undefined {
  const last = rows.at(-1);
  const above = rows.at(-2);
  if (last === undefined || above === undefined || /[\r\n]\s*$/.test(text.slice(-8)) || closes(last)) return undefined;
  return last.cells.length < above.cells.length ? last : undefined;
}

/** A footer, or a disclaimer; a few words may also be the beginning of a row. */
function closes(row: Row): boolean {
  return isFooter(row) || (isProse(row) && row.cells.some((cell) => cell.length > 60));
}
