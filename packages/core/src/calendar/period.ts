// By their own paths: the index of date-fns loads three hundred files, which takes a process 110 MB.
import { startOfISOWeek } from "date-fns/startOfISOWeek";
import { startOfMonth } from "date-fns/startOfMonth";
import { startOfQuarter } from "date-fns/startOfQuarter";
import { startOfYear } from "date-fns/startOfYear";
import { subMonths } from "date-fns/subMonths";
import { subYears } from "date-fns/subYears";
import { addDays, plainDate, type PlainDate } from "./plain-date.ts";
import { UtcDate } from "./utc-date.ts";

/** The named ranges of the app and the library, shortest first; MAX is labelled "All". */
export const periods = [
  "1D",
  "WTD",
  "1W",
  "MTD",
  "1M",
  "QTD",
  "3M",
  "6M",
  "YTD",
  "1Y",
  "3Y",
  "5Y",
  "10Y",
  "MAX",
] as const;

/** The name of a range that is counted back from a day, such as "YTD" or "3M". */
export type Period = (typeof periods)[number];

/** A half-open range (from, to]: the opening value is the close of `from`. */
export interface DateRange {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** What a period is counted from. */
export interface PeriodAnchor {
  /** Today, or the last day asked about. */
  readonly to: PlainDate;
  /** The last trading day before `to`; for 1D. The day before `to` when left out. */
  readonly previousTradingDay?: PlainDate;
  /** The first transaction of the scope. */
  readonly inception: PlainDate;
}

/**
 * The range of a period, and whether it begins with the scope because that is younger than the period.
 *
 * Months and years back keep the day of the month, clipped to the month's end (31 May less 3 months is 28 or 29
 * February). MAX begins the day before the first transaction.
 *
 * @throws {PortfolioError} `invalid-date`: a date of the anchor is none
 */
export function periodRange(period: Period, anchor: PeriodAnchor): DateRange & { readonly startsAtInception: boolean } {
  const start = addDays(anchor.inception, -1);
  const asked = period === "MAX" ? start : periodStart(period, anchor);
  const startsAtInception = asked <= start;
  return { from: startsAtInception ? start : asked, to: anchor.to, startsAtInception };
}

function periodStart(period: Exclude<Period, "MAX">, { to, previousTradingDay }: PeriodAnchor): PlainDate {
  const date = new UtcDate(`${plainDate(to)}T00:00:00Z`);
  switch (period) {
    case "1D":
      return previousTradingDay ?? addDays(to, -1);
    case "1W":
      return addDays(to, -7);
    case "WTD":
      return addDays(plain(startOfISOWeek(date)), -1);
    case "MTD":
      return addDays(plain(startOfMonth(date)), -1);
    case "QTD":
      return addDays(plain(startOfQuarter(date)), -1);
    case "YTD":
      return addDays(plain(startOfYear(date)), -1);
    case "1M":
    case "3M":
    case "6M":
      return plain(subMonths(date, Number.parseInt(period, 10)));
    case "1Y":
    case "3Y":
    case "5Y":
    case "10Y":
      return plain(subYears(date, Number.parseInt(period, 10)));
  }
}

function plain(date: Date): PlainDate {
  return date.toISOString().slice(0, 10);
}
