import { PortfolioError } from "../outcome/portfolio-error.ts";

/** A calendar date without time or zone, ISO 8601: "2026-11-20". Plain text compares in date order. */
export type PlainDate = string & { readonly __brand?: "PlainDate" };

/** Days since 1970-01-01 in the proleptic Gregorian calendar; the form of dates in series and columns. */
export type EpochDay = number;

const [hyphen, zero, nine] = [45, 48, 57];

/** Whether the text is a real calendar date in ISO form ("2026-02-30" is not). */
export function isPlainDate(text: string): boolean {
  return hasDateShape(text) && isOfCalendar(digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2));
}

function hasDateShape(text: unknown): boolean {
  return (
    typeof text === "string" && text.length === 10 && text.charCodeAt(4) === hyphen && text.charCodeAt(7) === hyphen
  );
}

/** NaN, which something else than digits is, compares as false. */
function isOfCalendar(year: number, month: number, day: number): boolean {
  return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
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

/*
 * Between dates and day numbers by whole numbers alone, after Howard Hinnant's "chrono-compatible low-level date
 * algorithms": years begin in March, so that the leap day is the last one, and 400 years are an era of 146,097 days.
 */
const daysPerEra = 146_097;
const daysBefore1970 = 719_468;

/**
 * The day number of a date.
 *
 * @throws {PortfolioError} `invalid-date`: it is none, because a wrong day number would make wrong figures in silence
 */
export function toEpochDay(date: PlainDate): EpochDay {
  if (!hasDateShape(date)) plainDate(date);
  const [calendarYear, month, day] = [digitsAt(date, 0, 4), digitsAt(date, 5, 2), digitsAt(date, 8, 2)];
  if (!isOfCalendar(calendarYear, month, day)) plainDate(date);
  const year = calendarYear - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysPerEra + dayOfEra - daysBefore1970;
}

/** The date of a day number, in the years 0 to 9999. */
export function fromEpochDay(day: EpochDay): PlainDate {
  const shifted = day + daysBefore1970;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
}

/** A number of so many digits; NaN where there is something else. */
function digitsAt(text: string, start: number, count: number): number {
  let value = 0;
  for (let at = start; at < start + count; at++) {
    const code = text.charCodeAt(at);
    if (!(code >= zero && code <= nine)) return Number.NaN;
    value = value * 10 + (code - zero);
  }
  return value;
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}

/**
 * The date `days` later (or earlier when negative).
 *
 * @throws {PortfolioError} `invalid-date`: the date is none
 */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromEpochDay(toEpochDay(date) + days);
}
