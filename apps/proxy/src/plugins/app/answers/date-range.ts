import { isDateInRange } from "../../../schemas/calendar-date.ts";
import { ApiProblem } from "../problems/api-problem.ts";

/** A range of dates, both ends included; an end that is undefined is open. */
export interface DateRange {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * Checks the ends of a range asked for.
 *
 * @throws {ApiProblem} bad-range: a date does not exist, lies outside 1900-01-01 to tomorrow, or from is after to
 */
export function dateRange({ from, to }: { from?: string; to?: string }, now: number): DateRange {
  for (const [name, date] of [
    ["from", from],
    ["to", to],
  ] as const) {
    if (date !== undefined && !isDateInRange(date, now)) {
      throw new ApiProblem(400, "bad-range", `The date ${name} must exist and lie between 1900-01-01 and tomorrow.`);
    }
  }
  if (from !== undefined && to !== undefined && from > to)
    throw new ApiProblem(400, "bad-range", "The date from must not be after the date to.");
  return { from, to };
}

/** The items of a list whose date lies in the range. */
export function within<T extends { readonly date: string }>(items: readonly T[], { from, to }: DateRange): T[] {
  return items.filter(({ date }) => (from === undefined || date >= from) && (to === undefined || date <= to));
}
