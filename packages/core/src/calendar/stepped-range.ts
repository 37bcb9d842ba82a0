import { subMonths } from "date-fns/subMonths";
import { type DateRange, type Period, type PeriodAnchor, periodRange } from "./period.ts";
import { addDays, type PlainDate, plainDate, toEpochDay } from "./plain-date.ts";
import { UtcDate } from "./utc-date.ts";

/** How far each period is from its neighbour: those "to date" step by the whole week, month, quarter or year. */
const strides: Readonly<Record<Exclude<Period, "MAX">, { readonly days?: number; readonly months?: number }>> = {
  "1D": { days: 1 },
  WTD: { days: 7 },
  "1W": { days: 7 },
  MTD: { months: 1 },
  "1M": { months: 1 },
  QTD: { months: 3 },
  "3M": { months: 3 },
  "6M": { months: 6 },
  YTD: { months: 12 },
  "1Y": { months: 12 },
  "3Y": { months: 36 },
  "5Y": { months: 60 },
  "10Y": { months: 120 },
};

/**
 * The range of a period so many steps earlier (negative) or later than the one that ends at `anchor.to`: 3M three months
 * apart, YTD the same part of another year. MAX has no neighbours and stays.
 *
 * Shape: steps are counted from the anchor, so that two of one month from 31 May lead to 31 March. A trading day before
 * another end than the anchor's is not known here: 1D then begins the day before.
 *
 * @throws {PortfolioError} `invalid-date`: a date of the anchor is none
 * @see docs/methods/ranges.md
 */
export function steppedPeriod(
  period: Period,
  anchor: PeriodAnchor,
  steps: number,
): DateRange & { readonly startsAtInception: boolean } {
  if (period === "MAX" || steps === 0) return periodRange(period, anchor);
  const { days, months } = strides[period];
  const end = plainDate(anchor.to);
  const to = months === undefined ? addDays(end, steps * days!) : monthsLater(end, steps * months);
  return periodRange(period, { to, inception: anchor.inception });
}

/**
 * A chosen range moved by its own length, so many times earlier (negative) or later: next to it, without gap or overlap.
 * One of whole months moves by as many months, so that March follows February.
 *
 * @throws {PortfolioError} `invalid-date`: a date of the range is none
 * @see docs/methods/ranges.md
 */
export function steppedRange({ from, to }: DateRange, steps: number): DateRange {
  const [first, next] = [addDays(plainDate(from), 1), addDays(plainDate(to), 1)];
  if (isFirstOfMonth(first) && isFirstOfMonth(next)) {
    const months = steps * (monthNumber(next) - monthNumber(first));
    return { from: addDays(monthsLater(first, months), -1), to: addDays(monthsLater(next, months), -1) };
  }
  const days = steps * (toEpochDay(to) - toEpochDay(from));
  return { from: addDays(from, days), to: addDays(to, days) };
}

function isFirstOfMonth(date: PlainDate): boolean {
  return date.endsWith("-01");
}

function monthNumber(date: PlainDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

/** The same day of another month, clipped to the month's end. */
function monthsLater(date: PlainDate, months: number): PlainDate {
  return subMonths(new UtcDate(`${date}T00:00:00Z`), -months)
    .toISOString()
    .slice(0, 10);
}
