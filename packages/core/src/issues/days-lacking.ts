import { type EpochDay, fromEpochDay, type PlainDate } from "../calendar/plain-date.ts";

/** Days on which something is lacking: how many, the first and the last of them. */
export interface DaysLacking {
  readonly count: number;
  readonly first: PlainDate;
  readonly last: PlainDate;
}

/** Reads marks, one for each day from `firstDay` on; undefined when there is none. Cost: O(days). */
export function daysLacking(marks: Uint8Array, firstDay: EpochDay): DaysLacking | undefined {
  const first = marks.indexOf(1);
  if (first < 0) return undefined;
  const count = marks.reduce((sum, mark) => sum + mark, 0);
  return { count, first: fromEpochDay(firstDay + first), last: fromEpochDay(firstDay + marks.lastIndexOf(1)) };
}

/** "on 2025-01-02", or "on 3 days from 2025-01-02 to 2025-01-05". */
export function daysInWords({ count, first, last }: DaysLacking): string {
  return count === 1 ? `on ${first}` : `on ${count} days from ${first} to ${last}`;
}
