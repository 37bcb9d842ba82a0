import { type EpochDay, plainDate, type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";

/**
 * The days of a series, once there is one date for each item and they ascend.
 *
 * @throws {PortfolioError} `length-mismatch`: there are more or fewer dates than items; `invalid-date`: one is no date;
 *   `unsorted-series`: a date does not come after the one before it
 */
export function checkedDates(dates: readonly PlainDate[], itemCount: number): EpochDay[] {
  if (dates.length !== itemCount) {
    const message = `There are ${itemCount} returns and ${dates.length} dates. Give the date of each return.`;
    throw new PortfolioError("length-mismatch", message, { returns: itemCount, dates: dates.length });
  }
  const days = dates.map((date) => toEpochDay(plainDate(date)));
  const unsorted = days.findIndex((day, i) => i > 0 && day <= days[i - 1]!);
  if (unsorted < 0) return days;
  const date = dates[unsorted]!;
  throw new PortfolioError("unsorted-series", `The dates do not ascend at ${date}. Sort returns by date.`, { date });
}
