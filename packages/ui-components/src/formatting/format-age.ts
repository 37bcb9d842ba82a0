const formats = new Map<string, Intl.RelativeTimeFormat>();

/** An age in days as the locale says it: "today", "yesterday", "2 days ago". */
export function formatAge(ageDays: number, locale: string): string {
  let format = formats.get(locale);
  if (format === undefined) {
    format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
    formats.set(locale, format);
  }
  return format.format(-Math.max(0, Math.round(ageDays)), "day").replace(/^-0/, "0");
}
