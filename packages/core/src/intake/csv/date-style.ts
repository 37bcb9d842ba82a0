import { fromEpochDay, isPlainDate, type PlainDate } from "../../calendar/plain-date.ts";

/** The order of day, month and year in dates written with numbers; `YMD` when every date of a column says so itself. */
export type DateOrder = "YMD" | "DMY" | "MDY";

/** A date as printed, with its time of day "HH:mm:ss" unless that is midnight. */
export interface PrintedDate {
  readonly date: PlainDate;
  readonly time?: string;
}

/** The order of a column's dates, and how sure it is. */
export interface DateOrderFinding {
  readonly order: DateOrder;
  /** False: cells need an order and none of them tells which; the default was taken. */
  readonly decided: boolean;
  /** True: some cells can only be day first, others only month first. */
  readonly mixed: boolean;
}

/** No date is longer; prose in a date column is not searched for one. */
const longest = 80;
/** The usual style: nothing to decide and nothing to take apart. */
const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const numeric = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const clock =
  /^(.+?)(?:T|,?\s+|;)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([AP]M)?\s*(?:Z|[A-Z]{3,4}|(?:UTC|GMT)?[+-]\d{2}:?\d{2})?$/i;
const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;

/**
 * Decides day first or month first for a whole column, never per row.
 *
 * A number above 12 decides, and so do points (`01.02.2026` is day first). When none does the default is day first.
 */
export function dateOrderOf(cells: Iterable<string>): DateOrderFinding {
  let needed = false;
  let dayFirst = 0;
  let monthFirst = 0;
  for (const cell of cells) {
    if (isoDate.test(cell)) continue;
    const match = numeric.exec(datePart(cell));
    if (match === null) continue;
    needed = true;
    if (match[2] === "." || Number(match[1]) > 12) dayFirst++;
    else if (Number(match[3]) > 12) monthFirst++;
  }
  if (!needed) return { order: "YMD", decided: true, mixed: false };
  const order = monthFirst > dayFirst ? "MDY" : "DMY";
  return { order, decided: dayFirst !== monthFirst, mixed: dayFirst > 0 && monthFirst > 0 };
}

/**
 * The date in a cell, as printed: no zone is applied. Of `X as of Y` it is Y.
 *
 * Undefined: no date, or one that the calendar does not have.
 */
export function parseDate(cell: string, order: DateOrder): PrintedDate | undefined {
  if (isoDate.test(cell)) return isPlainDate(cell) ? { date: cell } : undefined;
  const text = effectiveText(cell);
  const compact = /^(\d{8});(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (compact !== null)
    return printed(calendarDate(compact[1] ?? "", order), `${compact[2]}:${compact[3]}:${compact[4]}`);
  const match = clock.exec(text);
  if (match === null) return printed(calendarDate(text, order), undefined);
  const time = timeOfDay(Number(match[2]), match[3] ?? "00", match[4] ?? "00", match[5]?.toUpperCase());
  return time === undefined ? undefined : printed(calendarDate(match[1] ?? "", order), time);
}

function effectiveText(cell: string): string {
  if (cell.length > longest) return "";
  const text = cell.trim().replaceAll(/\s+/g, " ");
  return (/ as of (.+)$/i.exec(text)?.[1] ?? text).trim();
}

function datePart(cell: string): string {
  const text = effectiveText(cell);
  return clock.exec(text)?.[1] ?? text;
}

function printed(date: PlainDate | undefined, time: string | undefined): PrintedDate | undefined {
  if (date === undefined) return undefined;
  return time === undefined || time === "00:00:00" ? { date } : { date, time };
}

function timeOfDay(hour: number, minutes: string, seconds: string, half: string | undefined): string | undefined {
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const full = half === undefined ? hour : (hour % 12) + (half === "PM" ? 12 : 0);
  if (full > 23 || minutes > "59" || seconds > "59") return undefined;
  return `${String(full).padStart(2, "0")}:${minutes}:${seconds}`;
}

function calendarDate(text: string, order: DateOrder): PlainDate | undefined {
  const yearFirst = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})$/.exec(text);
  if (yearFirst !== null) return checked(yearFirst[1], yearFirst[3], yearFirst[4]);
  const match = numeric.exec(text);
  if (match !== null) {
    const monthFirst = order === "MDY" && match[2] !== ".";
    return checked(match[4], monthFirst ? match[1] : match[3], monthFirst ? match[3] : match[1]);
  }
  return namedMonth(text) ?? countedDay(text);
}

function namedMonth(text: string): PlainDate | undefined {
  const dayFirst = /^(\d{1,2})[- ]([a-z]{3,9})\.?[- ,]+(\d{4}|\d{2})$/i.exec(text);
  if (dayFirst !== null) return checked(dayFirst[3], monthNumber(dayFirst[2] ?? ""), dayFirst[1]);
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i.exec(text);
  return monthFirst === null ? undefined : checked(monthFirst[3], monthNumber(monthFirst[1] ?? ""), monthFirst[2]);
}

function monthNumber(name: string): string | undefined {
  const index = (monthNames as readonly string[]).indexOf(name.slice(0, 3).toLowerCase());
  return index < 0 ? undefined : String(index + 1);
}

/** Milliseconds since 1970, or a spreadsheet's day number (25569 is 1970-01-01). */
function countedDay(text: string): PlainDate | undefined {
  if (/^\d{12,13}$/.test(text)) return fromEpochDay(Math.floor(Number(text) / 86_400_000));
  return /^[2-7]\d{4}$/.test(text) ? fromEpochDay(Number(text) - 25_569) : undefined;
}

function checked(year: string | undefined, month: string | undefined, day: string | undefined): PlainDate | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const fullYear = year.length === 4 ? year : `${Number(year) < 70 ? "20" : "19"}${year}`;
  const text = `${fullYear}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isPlainDate(text) ? text : undefined;
}
