import { fromEpochDay, type PlainDate, toEpochDay } from "../calendar/plain-date.ts";

/** So many calendar days after a date, which is not among them: the dates of daily returns. */
export function datesAfter(from: PlainDate, count: number): PlainDate[] {
  const first = toEpochDay(from) + 1;
  return Array.from({ length: count }, (_, d) => fromEpochDay(first + d));
}
