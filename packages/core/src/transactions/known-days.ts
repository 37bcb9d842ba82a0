import { type EpochDay, type PlainDate, plainDate, toEpochDay } from "../calendar/plain-date.ts";

/** Dates that were read before: transactions share them, and finding one is quicker than reading it. */
export type KnownDays = Map<string, EpochDay>;

/**
 * The day number of a date.
 *
 * @throws {PortfolioError} `invalid-date`
 */
export function knownDay(days: KnownDays, date: PlainDate): EpochDay {
  const known = days.get(date);
  if (known !== undefined) return known;
  const day = toEpochDay(plainDate(date));
  days.set(date, day);
  return day;
}
