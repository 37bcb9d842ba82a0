import type { Row } from "./row.ts";

const footer = /^["(]?(as of|date downloaded|disclaimer|(grand |sub)?total|transactions total)\b/i;

/** Whether a row closes a table: a total or a note of the broker, in its first filled cell. */
export function isFooter({ cells }: Row): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.length <= 3 && footer.test(filled[0]?.trim() ?? "");
}
