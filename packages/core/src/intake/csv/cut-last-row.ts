import { isFooter } from "./footer.ts";
import type { Row } from "./row.ts";

/**
 * The last row when the file breaks off inside it: no line end follows, and it has fewer cells than the row above.
 *
 * Undefined: the last row is whole, a footer, or the only one.
 */
export function cutLastRow(rows: readonly Row[], text: string): Row | undefined {
  const last = rows.at(-1);
  const above = rows.at(-2);
  if (last === undefined || above === undefined || /[\r\n]\s*$/.test(text.slice(-8)) || isFooter(last))
    return undefined;
  return last.cells.length < above.cells.length ? last : undefined;
}
