import { PortfolioError } from "../outcome/portfolio-error.ts";

/** A calendar date without time or zone, ISO 8601: "2026-11-20". Plain text compares in date order. */
export type PlainDate = string & { readonly __brand?: "PlainDate" };

/** Days since 1970-01-01 in the proleptic Gregorian calendar; the form of dates in series and columns. */
export type EpochDay = number;

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;
const msPerDay = 86_400_000;

/** Whether the text is a real calendar date in ISO form ("2026-02-30" is not). */
export function isPlainDate(text: string): boolean {
  const match = isoDate.exec(text);
  if (match === null) return false;
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= daysInMonth(Number(match[1]), month);
}

/**
 * Checks that a text is a date, and answers it as one.
 *
 * @throws {PortfolioError} `invalid-date`: it is not written as year-month-day, or no calendar has it
 */
export function plainDate(text: string): PlainDate {
  if (isPlainDate(text)) return text;
  throw new PortfolioError("invalid-date", `"${text}" is not a date. Write it as year-month-day, such as 2026-11-20.`, {
    value: text,
  });
}

/** Days of a month; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The day number of a date. The date must be valid: {@link plainDate} checks. */
export function toEpochDay(date: PlainDate): EpochDay {
  const year = Number(date.slice(0, 4));
  const utc = Date.UTC(2000, Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
  // Date.UTC reads years below 100 as 19xx, so the year is set apart; 2000 is a leap year and never clips 29 February.
  return year >= 100
    ? Date.UTC(year, Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / msPerDay
    : new Date(utc).setUTCFullYear(year) / msPerDay;
}

/** The date of a day number. */
export function fromEpochDay(day: EpochDay): PlainDate {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
}

/** The date `days` later (or earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromEpochDay(toEpochDay(date) + days);
}
