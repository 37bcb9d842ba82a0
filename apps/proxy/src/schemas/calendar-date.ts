import { Type, type TString } from "typebox";

const dayMilliseconds = 86_400_000;

/** A calendar date without time zone, `YYYY-MM-DD`. Whether it exists and lies in range is checked by {@link isDateInRange}. */
export const calendarDateSchema: TString = Type.String({
  pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
  description: "Date as YYYY-MM-DD, from 1900-01-01 to tomorrow",
  examples: ["2026-01-31"],
});

/** The UTC date of a moment (milliseconds since 1970). */
function utcDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** Whether the text is a real calendar date between 1900-01-01 and tomorrow (`now` in milliseconds since 1970). */
export function isDateInRange(date: string, now: number): boolean {
  const parsed = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(parsed) || utcDate(parsed) !== date) return false;
  return date >= "1900-01-01" && date <= utcDate(now + dayMilliseconds);
}
