/** Turns moments (milliseconds since 1970) into local dates of one exchange. */
export type LocalDate = (milliseconds: number) => string;

/** Kiribati is 14 hours ahead, the farthest of all; a day is more than any zone. */
const farthestZone = 86_400;

function utcDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function zoneFormat(timeZone: unknown): Intl.DateTimeFormat | undefined {
  try {
    return typeof timeZone === "string" && timeZone !== ""
      ? new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" })
      : undefined;
  } catch {
    return undefined;
  }
}

/** As {@link exchangeCalendar}, but undefined where neither a known zone nor an offset is given: nobody guesses. */
export function knownExchangeCalendar(timeZone: unknown, offsetSeconds: unknown): LocalDate | undefined {
  const format = zoneFormat(timeZone);
  if (format !== undefined) return (milliseconds) => format.format(milliseconds);
  if (typeof offsetSeconds !== "number" || !(Math.abs(offsetSeconds) <= farthestZone)) return undefined;
  return (milliseconds) => utcDate(milliseconds + offsetSeconds * 1000);
}

/**
 * The local date at an exchange, by its time zone, else by its offset of today (seconds), else in UTC.
 *
 * The zone comes first because an offset is that of the moment the answer was made: with London's winter offset, midnight of a
 * summer day (23:00 UTC of the day before) would fall on the wrong date.
 */
export function exchangeCalendar(timeZone: unknown, offsetSeconds: unknown): LocalDate {
  return knownExchangeCalendar(timeZone, offsetSeconds) ?? utcDate;
}
