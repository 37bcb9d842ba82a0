import { formatDate } from "@portfolio/ui-components";

/** The day a change belongs to: "today", or the last day that had a close. Dates are ISO. */
export function dayWord(date: string | undefined, today: string, locale: string): string {
  if (date === undefined) return "";
  return date === today ? "today" : `on ${formatDate(date, locale, "day-month")}`;
}
