import { parseDate } from "./date-style.ts";
import type { Row } from "./row.ts";

/** Whether a row is a line of text and no record: a title or a disclaimer, one filled cell of words. */
export function isProse({ cells }: Row): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const [only] = filled;
  return filled.length === 1 && only !== undefined && /\p{L}{3}/u.test(only) && parseDate(only, "DMY") === undefined;
}
