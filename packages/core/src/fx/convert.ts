import { type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { Decimal } from "../numbers/decimal.ts";
import { toDecimal } from "../numbers/fixed-point.ts";
import { exchangeRateOn, type RateTable } from "./exchange-rate.ts";

/**
 * The exchange rate of a date as a Decimal: units of `to` for one `from`, the last known on or before the date.
 *
 * Direct pair, else 1 / inverse, else through a common third currency; derived rates have 34 significant digits.
 * Undefined: nothing known on or before the date. Never 1:1, never a later rate.
 *
 * @throws {PortfolioError} `invalid-date`: the date is none
 */
export function convertedRateOn(
  table: RateTable,
  from: CurrencyCode,
  to: CurrencyCode,
  date: PlainDate,
): Decimal | undefined {
  const rate = exchangeRateOn(table, from, to, toEpochDay(date));
  return rate && toDecimal(rate.digits, rate.scale);
}
