import type { EpochDay, PlainDate } from "../calendar/plain-date.ts";
import { toEpochDay } from "../calendar/plain-date.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { DecimalString } from "../numbers/decimal.ts";
import { type DecimalColumn, decimalColumn, setDecimal } from "../numbers/decimal-column.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";

/**
 * Daily exchange rates of one pair from one source: units of `quoteCurrency` for one `baseCurrency`.
 *
 * `days` ascends; `rates[i]` is the rate known at the end of `days[i]`.
 */
export interface RateHistory {
  readonly baseCurrency: CurrencyCode;
  readonly quoteCurrency: CurrencyCode;
  readonly days: Int32Array;
  readonly rates: DecimalColumn;
}

/**
 * Builds a history from dated rates.
 *
 * @throws {PortfolioError} `unsorted-series`: dates do not ascend; `invalid-decimal`: a rate is no decimal text
 */
export function rateHistory(
  baseCurrency: CurrencyCode,
  quoteCurrency: CurrencyCode,
  rates: readonly (readonly [PlainDate, DecimalString])[],
): RateHistory {
  const days = new Int32Array(rates.length);
  const column = decimalColumn(rates.length);
  rates.forEach(([date, rate], row) => {
    days[row] = toEpochDay(date);
    setDecimal(column, row, rate);
    if (row > 0 && days[row]! <= days[row - 1]!) {
      throw new PortfolioError(
        "unsorted-series",
        `The rates of ${baseCurrency}/${quoteCurrency} are out of order at ${date}. Sort them by date.`,
        { date },
      );
    }
  });
  return { baseCurrency, quoteCurrency, days, rates: column };
}

/** The last row on or before the day, -1 before the first: never a later one. */
export function lastRowOn(days: Int32Array, day: EpochDay): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
