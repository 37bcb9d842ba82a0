import { addDays, type PlainDate } from "../../../calendar/plain-date.ts";
import { parseDate } from "../../csv/date-style.ts";

const stamp = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):00(?:\.000)?Z$/;

/**
 * Reads the dates of a Ghostfolio file.
 *
 * It stores the local midnight of its user as UTC: `2025-01-14T23:00Z` is 15 January in Zurich. The file does not name
 * the zone, but shows it: when all its evening stamps are one time of day, or two that summer time puts an hour apart,
 * they are such midnights and belong to the next day. Otherwise they are times, and the date is taken as printed.
 */
export function ghostfolioDates(stamps: readonly string[]): (text: string) => PlainDate | undefined {
  const evenings = new Set(stamps.map(minutesOf).filter((minutes) => minutes !== undefined && minutes >= noon));
  const [first = 0, second = first] = evenings as ReadonlySet<number>;
  const apart = Math.abs(first - second);
  const areMidnights = evenings.size <= 2 && (apart === 0 || apart === 60) && stamps.every(isWhole);
  return (text) => {
    const printed = parseDate(text, "YMD")?.date;
    const minutes = minutesOf(text);
    return printed !== undefined && areMidnights && minutes !== undefined && minutes >= noon
      ? addDays(printed, 1)
      : printed;
  };
}

const noon = 12 * 60;

/** The UTC time of day in minutes; undefined for a stamp with seconds or another form. */
function minutesOf(text: string): number | undefined {
  const [, , hours, minutes] = stamp.exec(text) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/** A zone is off by whole quarters of an hour. */
function isWhole(text: string): boolean {
  const minutes = minutesOf(text);
  return minutes === undefined ? !text.includes("T") : minutes % 15 === 0;
}
