import { addDays, daysInMonth, type PlainDate, toEpochDay } from "./plain-date.ts";

/** A way to cut time into pieces of the calendar. Weeks are ISO weeks. */
export type CalendarUnit = "daily" | "weekly" | "monthly" | "quarterly" | "yearly";

/** A piece of the calendar: "2026-11-20", "2026-W47", "2026-11", "2026-Q4" or "2026", with its first and last day. */
export interface CalendarPeriod {
  readonly name: string;
  readonly firstDate: PlainDate;
  readonly lastDate: PlainDate;
}

/**
 * The day, ISO week, month, quarter or year that a date lies in.
 *
 * A week belongs to the year of its Thursday: 31 December 2018 lies in 2019-W01.
 */
export function calendarPeriodOf(date: PlainDate, unit: CalendarUnit): CalendarPeriod {
  const year = date.slice(0, 4);
  switch (unit) {
    case "daily":
      return { name: date, firstDate: date, lastDate: date };
    case "weekly":
      return weekOf(date);
    case "monthly":
      return { name: date.slice(0, 7), ...months(year, monthOf(date), monthOf(date)) };
    case "quarterly": {
      const quarter = Math.ceil(monthOf(date) / 3);
      return { name: `${year}-Q${quarter}`, ...months(year, quarter * 3 - 2, quarter * 3) };
    }
    case "yearly":
      return { name: year, ...months(year, 1, 12) };
  }
}

function monthOf(date: PlainDate): number {
  return Number(date.slice(5, 7));
}

function months(year: string, first: number, last: number): Omit<CalendarPeriod, "name"> {
  const inYear = (month: number, day: number): PlainDate =>
    `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return { firstDate: inYear(first, 1), lastDate: inYear(last, daysInMonth(Number(year), last)) };
}

function weekOf(date: PlainDate): CalendarPeriod {
  // 1970-01-01 was a Thursday, three days after a Monday.
  const sinceMonday = (((toEpochDay(date) + 3) % 7) + 7) % 7;
  const firstDate = addDays(date, -sinceMonday);
  const thursday = addDays(firstDate, 3);
  const year = thursday.slice(0, 4);
  const week = Math.floor((toEpochDay(thursday) - toEpochDay(`${year}-01-01`)) / 7) + 1;
  return { name: `${year}-W${String(week).padStart(2, "0")}`, firstDate, lastDate: addDays(firstDate, 6) };
}
