/** Turns moments (milliseconds since 1970) into local dates of one exchange. */
export type LocalDate = (milliseconds: number) => string;

function zoneFormat(timeZone: unknown): Intl.DateTimeFormat | undefined {
  try {
    return typeof timeZone === "string" && timeZone !== ""
      ? new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" })
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The local date at an exchange, by its time zone, else by its offset of today (seconds).
 *
 * The zone comes first because an offset is that of the moment the answer was made: with London's winter offset, midnight of a
 * summer day (23:00 UTC of the day before) would fall on the wrong date.
 */
export function exchangeCalendar(timeZone: unknown, offsetSeconds: unknown): LocalDate {
  const format = zoneFormat(timeZone);
  if (format !== undefined) return (milliseconds) => format.format(milliseconds);
  const offset = typeof offsetSeconds === "number" && Number.isFinite(offsetSeconds) ? offsetSeconds * 1000 : 0;
  return (milliseconds) => new Date(milliseconds + offset).toISOString().slice(0, 10);
}
