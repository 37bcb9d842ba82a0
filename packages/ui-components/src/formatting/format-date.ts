const millisecondsPerDay = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** How much of a date is written. */
export type DateStyle = "day" | "weekday" | "month" | "year" | "day-month";

const fields: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  day: { day: "numeric", month: "short", year: "numeric" },
  weekday: { weekday: "long", day: "numeric", month: "short", year: "numeric" },
  month: { month: "short" },
  year: { year: "numeric" },
  "day-month": { day: "numeric", month: "short" },
};

function dateFormat(locale: string, style: DateStyle): Intl.DateTimeFormat {
  const key = `${locale}|${style}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...fields[style] });
    formats.set(key, format);
  }
  return format;
}

/** English puts the day first everywhere ("20 Nov 2026"): one order that no reader can mistake. */
function englishDate(date: Date, style: DateStyle): string {
  const parts = dateFormat("en", style).formatToParts(date);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((each) => each.type === type)?.value ?? "";
  const text = [part("day"), part("month"), part("year")].filter((each) => each !== "").join(" ");
  return style === "weekday" ? `${part("weekday")}, ${text}` : text;
}

/** An epoch day (days since 1970-01-01) as text in the locale; empty when it is no date. */
export function formatEpochDay(day: number, locale: string, style: DateStyle = "day"): string {
  const date = new Date(day * millisecondsPerDay);
  if (Number.isNaN(date.getTime())) return "";
  return /^en\b/i.test(locale) ? englishDate(date, style) : dateFormat(locale, style).format(date);
}

/** An ISO date ("2026-11-20") as text in the locale, such as "20 Nov 2026"; empty when it is no date. */
export function formatDate(date: string, locale: string, style: DateStyle = "day"): string {
  return formatEpochDay(isoToEpochDay(date), locale, style);
}

/** Days since 1970-01-01 of an ISO date; NaN when it is none. */
export function isoToEpochDay(date: string): number {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay : Number.NaN;
}

/** ISO date of an epoch day. */
export function epochDayToIso(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}
