import type { PlainDate } from "../../calendar/plain-date.ts";
import type { RowOrder } from "./delimited-file.ts";

/** Whether the dates of a file run up or down; `usual` when its first and last date are the same. */
export function rowOrderOf(dates: readonly PlainDate[], usual: RowOrder): RowOrder {
  const first = dates[0] ?? "";
  const last = dates.at(-1) ?? "";
  if (first === last) return usual;
  return first < last ? "oldest-first" : "newest-first";
}
