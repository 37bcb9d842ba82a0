import { type CalendarPeriod, calendarPeriodOf, type CalendarUnit } from "../calendar/calendar-period.ts";
import type { PlainDate } from "../calendar/plain-date.ts";
import type { Measured } from "../outcome/measured.ts";
import { checkedDates } from "../series/checked-dates.ts";
import { cumulativeReturn } from "./cumulative-return.ts";

/** The linked return of a piece of the calendar. */
export interface PeriodReturn extends CalendarPeriod {
  readonly linkedReturn: Measured;
}

/**
 * Returns linked by calendar period: days, ISO weeks, months, quarters or years.
 *
 * A period holds the returns whose dates lie in it, so the first and the last one may be partial; one without a return
 * is left out.
 *
 * Units: fractions per period.
 * Shape: one date for each return, ascending: the day on which the return was complete.
 * Undefined: a period with an unknown return -> `missing-price`.
 *
 * @throws {PortfolioError} `length-mismatch`: not one date for each return; `invalid-date`; `unsorted-series`: dates do
 *   not ascend
 * @see docs/methods/return-series.md
 * @example
 * const weeks = periodReturns([0.05, 0.001], ["2018-12-31", "2019-01-02"], "weekly");
 * weeks.map(({ name }) => name); // => ["2019-W01"]
 */
export function periodReturns(
  returns: ArrayLike<number>,
  dates: readonly PlainDate[],
  unit: CalendarUnit,
): PeriodReturn[] {
  checkedDates(dates, returns.length);
  const linked: PeriodReturn[] = [];
  for (let start = 0; start < dates.length;) {
    const period = calendarPeriodOf(dates[start]!, unit);
    const own: number[] = [];
    for (; start < dates.length && dates[start]! <= period.lastDate; start++) own.push(returns[start]!);
    linked.push({ ...period, linkedReturn: cumulativeReturn(own) });
  }
  return linked;
}
