import { daysInMonth, type PlainDate } from "./plain-date.ts";

/** The same day so many months later (or earlier), clipped to the end of the month: 31 January + 1 is 28 or 29 February. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, month));
  const padded = (value: number, digits: number): string => String(value).padStart(digits, "0");
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}
