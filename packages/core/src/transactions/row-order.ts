import type { TransactionColumns } from "./transaction-columns.ts";

/** The row at a position of the processing order. */
export function rowAt({ edited }: TransactionColumns, position: number): number {
  return edited === undefined ? position : edited.order[position]!;
}

/** Whether a row still counts: it was not removed or replaced by an edit. */
export function isLiveRow({ edited }: TransactionColumns, row: number): boolean {
  return edited === undefined || edited.removed[row] === 0;
}

/** Whether row `a` comes after row `b` in the processing order; both count. Cost: O(1), after edits O(rows of that day). */
export function isLaterRow(columns: TransactionColumns, a: number, b: number): boolean {
  const { edited, day } = columns;
  if (edited === undefined || a === b) return a > b;
  if (day[a] !== day[b]) return day[a]! > day[b]!;
  for (let position = firstPositionOf(columns, day[a]!); position < columns.count; position++) {
    if (edited.order[position] === a) return false;
    if (edited.order[position] === b) return true;
  }
  throw new RangeError(`Neither row ${a} nor row ${b} counts.`);
}

/** The first position whose row is of a day or a later one. */
export function firstPositionOf(columns: TransactionColumns, day: number): number {
  let low = 0;
  let high = columns.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (columns.day[rowAt(columns, middle)]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first day of all transactions; undefined without one. */
export function firstDayOf(columns: TransactionColumns): number | undefined {
  return columns.count === 0 ? undefined : columns.day[rowAt(columns, 0)]!;
}
