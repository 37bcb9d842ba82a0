import type { EpochDay } from "../calendar/plain-date.ts";
import { exchangeRateOn, type RateTable } from "../fx/exchange-rate.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { fixedPointOf } from "../numbers/decimal-column.ts";
import type { FixedPoint } from "../numbers/fixed-point.ts";
import type { TransactionColumns } from "../transactions/transaction-columns.ts";

/** Exchange rates of transactions, each looked up once a day and pair. */
export interface TransactionRates {
  readonly table: RateTable;
  readonly baseCurrency: CurrencyCode;
  /** Known rates by the currency they lead from and the one they lead to. */
  readonly known: Map<CurrencyCode, Map<CurrencyCode, DayRates>>;
}

/** The rates of one pair, by day, as far as they were asked for. */
export type DayRates = Map<EpochDay, FixedPoint | undefined>;

/** The rate of a day, remembered. */
export function dayRate(
  rates: TransactionRates,
  from: CurrencyCode,
  to: CurrencyCode,
  day: EpochDay,
): FixedPoint | undefined {
  return rateOnDay(rates, dayRates(rates, from, to), from, to, day);
}

/** The same for a pair whose rates are at hand: one look-up. */
export function rateOnDay(
  rates: TransactionRates,
  byDay: DayRates,
  from: CurrencyCode,
  to: CurrencyCode,
  day: EpochDay,
): FixedPoint | undefined {
  const known = byDay.get(day);
  if (known !== undefined || byDay.has(day)) return known;
  const rate = exchangeRateOn(rates.table, from, to, day);
  byDay.set(day, rate);
  return rate;
}

/** The rates of a pair that are remembered. */
export function dayRates({ known }: TransactionRates, from: CurrencyCode, to: CurrencyCode): DayRates {
  let byTarget = known.get(from);
  if (byTarget === undefined) known.set(from, (byTarget = new Map()));
  let byDay = byTarget.get(to);
  if (byDay === undefined) byTarget.set(to, (byDay = new Map()));
  return byDay;
}

const one: FixedPoint = { digits: 1n, scale: 0 };

/** Base currency for one unit of a transaction's currency: the broker's own rate, else the rate of the day. */
export function rateToBase(rates: TransactionRates, columns: TransactionColumns, row: number): FixedPoint | undefined {
  const currency = columns.currencies[columns.currency[row]!];
  if (currency === undefined || currency === rates.baseCurrency) return one;
  return fixedPointOf(columns.exchangeRate, row) ?? dayRate(rates, currency, rates.baseCurrency, columns.day[row]!);
}

/** The same for a row of an instrument: one without a currency (a delivery that states no amount) is in the instrument's. */
export function rateOfRow(
  columns: TransactionColumns,
  row: number,
  currency: CurrencyCode,
  rates: TransactionRates,
): FixedPoint | undefined {
  if (columns.currency[row]! >= 0) return rateToBase(rates, columns, row);
  return currency === rates.baseCurrency ? one : dayRate(rates, currency, rates.baseCurrency, columns.day[row]!);
}

/** Units of the instrument's currency for one unit of the row's. */
export function rateToInstrument(
  columns: TransactionColumns,
  row: number,
  currency: CurrencyCode,
  rates: TransactionRates,
): FixedPoint | undefined {
  if (currency === rates.baseCurrency) return rateToBase(rates, columns, row);
  return dayRate(rates, columns.currencies[columns.currency[row]!]!, currency, columns.day[row]!);
}
