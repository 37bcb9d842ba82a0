import { PortfolioError } from "../outcome/portfolio-error.ts";
import type { DateRange } from "./period.ts";
import { addDays, daysInMonth, plainDate, type PlainDate } from "./plain-date.ts";

const form = /^(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/;

/**
 * The range of a calendar year ("2025"), quarter ("2025-Q3") or month ("2025-07"): from the day before it starts to its
 * last day, or to `today` when that comes first.
 *
 * @throws {PortfolioError} `invalid-date`: the text names no year, quarter or month, or today is no date
 * @see docs/methods/ranges.md
 * @example
 * calendarRange("2025-Q3"); // => { from: "2025-06-30", to: "2025-09-30" }
 * calendarRange("2026", "2026-11-21"); // => { from: "2025-12-31", to: "2026-11-21" }
 */
export function calendarRange(name: string, today?: PlainDate): DateRange {
  const parts = form.exec(name);
  if (parts === null) {
    const remedy = 'Write a year "2025", a quarter "2025-Q3" or a month "2025-07".';
    throw new PortfolioError("invalid-date", `"${name}" names no year, quarter or month. ${remedy}`, { value: name });
  }
  const [year, quarter, month] = [parts[1]!, Number(parts[2]), Number(parts[3])];
  const first = month > 0 ? month : quarter > 0 ? quarter * 3 - 2 : 1;
  const last = month > 0 ? month : quarter > 0 ? quarter * 3 : 12;
  const end = `${year}-${twoDigits(last)}-${twoDigits(daysInMonth(Number(year), last))}`;
  const to = today !== undefined && plainDate(today) < end ? today : end;
  return { from: addDays(`${year}-${twoDigits(first)}-01`, -1), to };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
