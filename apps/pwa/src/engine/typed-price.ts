import { addDays, type DecimalString, isPlainDate, type PlainDate } from "@portfolio/core";
import { isPriceText } from "./price-text.ts";

/**
 * Refuses a typed price that could not be right: no date, a day that is nowhere yet, no decimal number, below zero.
 *
 * `utcDate` is the date in Greenwich: at UTC+14 it is already the day after, so one day more is allowed.
 *
 * @throws with what to write instead
 */
export function refuseWrongPrice(date: PlainDate, close: DecimalString, utcDate: PlainDate): void {
  if (!isPlainDate(date)) throw new Error(`"${date}" is not a date. Write it as year-month-day, such as 2026-11-20.`);
  if (date > addDays(utcDate, 1)) throw new Error(`${date} is in the future. Enter prices up to today.`);
  if (close.startsWith("-")) throw new Error(`The price ${close} is below 0. Prices are 0 or more.`);
  if (!isPriceText(close)) throw new Error(`"${close}" is not a price. Write it as 1234.56.`);
}
