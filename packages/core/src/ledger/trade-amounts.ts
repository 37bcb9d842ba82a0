import type { CurrencyCode } from "../money/currency.ts";
import { digitsOfAt, hasDecimal } from "../numbers/decimal-column.ts";
import { digitsAt, type FixedPoint, parseFixedPoint, powerOfTen } from "../numbers/fixed-point.ts";
import { asBigInt, type Integer, toInteger } from "../numbers/integer.ts";
import { divideHalfEven } from "../numbers/rounding.ts";
import type { Ratio } from "../transactions/transaction.ts";
import { type TransactionColumns, kindCode } from "../transactions/transaction-columns.ts";
import { amountScale, grossAt } from "./booked-amount.ts";
import { bookedInDoubles } from "./booked-in-doubles.ts";
import type { InstrumentScales } from "./holding-history.ts";
import type { LedgerOptions } from "./ledger-options.ts";
import {
  type DayRates,
  dayRates,
  rateOfRow,
  rateOnDay,
  rateToInstrument,
  type TransactionRates,
} from "./transaction-rates.ts";

/** The least number of decimals of money in the ledger: six guard digits beyond the 18 that are ever shown. */
export const leastMoneyScale: number = 24;

/**
 * What turns an instrument's transactions into integers at its scales: what a trade costs or brings in, in the
 * instrument's currency and in the base currency.
 */
export interface TradeAmounts {
  readonly columns: TransactionColumns;
  readonly options: LedgerOptions;
  readonly rates: TransactionRates;
  readonly currency: CurrencyCode;
  /** The position of the currency in the columns, -1 when no transaction is in it. */
  readonly currencyPosition: number;
  readonly scales: InstrumentScales;
  /** Whether the base currency is the instrument's own, so that one integer serves both. */
  readonly isBase: boolean;
  /** Rates of the instrument's currency to the base currency. */
  readonly baseRates: DayRates;
}

/** Gross plus (`sign` 1) or less (`sign` -1) the charges that count, at the booked scale; undefined without a rate. */
export function nativeAmount(amounts: TradeAmounts, row: number, sign: 1 | -1): Integer | undefined {
  const booked = bookedAt(amounts, row, sign);
  return isForeign(amounts, row) ? converted(amounts, row, booked) : booked;
}

/**
 * The same in the base currency, at the base scale, from its native amount; undefined without a rate.
 *
 * Only for an instrument in another currency. A product with a rate rarely stays below 2^53, so it is a bigint at once.
 */
export function baseAmount(
  amounts: TradeAmounts,
  row: number,
  sign: 1 | -1,
  native: Integer | undefined,
): bigint | undefined {
  const { columns, scales, currency, rates, baseRates } = amounts;
  const isOwn = !isForeign(amounts, row);
  const rate = isOwn ? ownRate(columns, row, currency, rates, baseRates) : rateOfRow(columns, row, currency, rates);
  if (rate === undefined) return undefined;
  const booked = native === undefined || !isOwn ? bookedAt(amounts, row, sign) : native;
  const gap = scales.base - scales.booked - rate.scale;
  return gap === 0 ? asBigInt(booked) * rate.digits : asBigInt(booked) * (rate.digits * powerOfTen(gap));
}

/** The rate of a row that is booked in the instrument's currency: the broker's, else that of the day. */
function ownRate(
  columns: TransactionColumns,
  row: number,
  currency: CurrencyCode,
  rates: TransactionRates,
  baseRates: DayRates,
): FixedPoint | undefined {
  return columns.exchangeRate.scales[row]! >= 0
    ? rateOfRow(columns, row, currency, rates)
    : rateOnDay(rates, baseRates, currency, rates.baseCurrency, columns.day[row]!);
}

function isForeign({ columns, currencyPosition }: TradeAmounts, row: number): boolean {
  const position = columns.currency[row]!;
  return position >= 0 && position !== currencyPosition;
}

function bookedAt({ columns, options, scales }: TradeAmounts, row: number, sign: 1 | -1): Integer {
  const fast = bookedInDoubles(columns, row, sign, options, scales.booked);
  if (fast !== undefined) return fast;
  const fee = options.feesInCost ? digitsOfAt(columns.feeAmount, row, scales.booked) : 0n;
  const tax = options.taxesInCost ? digitsOfAt(columns.taxAmount, row, scales.booked) : 0n;
  const gross = grossAt(columns, row, scales.booked);
  return toInteger(sign === 1 ? gross + fee + tax : gross - fee - tax);
}

/** An amount booked in another currency than the instrument's: by the stated gross in its currency, else by a rate. */
function converted(
  { columns, scales, currency, rates }: TradeAmounts,
  row: number,
  booked: Integer,
): Integer | undefined {
  const stated = columns.details.get(row)?.instrumentGrossAmount;
  const gross = grossAt(columns, row, scales.booked);
  if (stated !== undefined && gross !== 0n) {
    const native = digitsAt(parseFixedPoint(stated), scales.booked);
    const whole = asBigInt(booked);
    return toInteger(whole === gross ? native : divideHalfEven(whole * native, gross));
  }
  const rate = rateToInstrument(columns, row, currency, rates);
  return rate && toInteger(divideHalfEven(asBigInt(booked) * rate.digits, powerOfTen(rate.scale)));
}

/** How many digits after the point an instrument's transactions need; grows while they are looked at. */
export interface NeededScales {
  /** How many transactions were looked at. */
  rows: number;
  /** How many of them reduce the holding. */
  reductions: number;
  quantity: number;
  booked: number;
  rate: number;
  /** Whether an amount comes out of a division or from outside, so that amounts need the guard digits at once. */
  isDivided: boolean;
  /** Rates to the base currency, once they were asked for. */
  baseRates: DayRates | undefined;
}

/** Before any transaction is seen. */
export function leastScales(): NeededScales {
  return { rows: 0, reductions: 0, quantity: 0, booked: 0, rate: 0, isDivided: false, baseRates: undefined };
}

/** Makes room for one transaction of an instrument in `currency`. */
export function widenScales(
  needed: NeededScales,
  columns: TransactionColumns,
  row: number,
  currency: CurrencyCode,
  rates: TransactionRates,
): void {
  const kind = columns.kind[row]!;
  needed.rows++;
  if (kind === kindCode.sell) needed.reductions++;
  const quantity = columns.quantity.scales[row]!;
  if (quantity > needed.quantity) needed.quantity = quantity;
  const booked = amountScale(columns, row);
  if (booked > needed.booked) needed.booked = booked;
  const position = columns.currency[row]!;
  const isOwn = position < 0 || columns.currencies[position] === currency;
  if (currency !== rates.baseCurrency) {
    needed.baseRates ??= dayRates(rates, currency, rates.baseCurrency);
    const rate = isOwn
      ? ownRate(columns, row, currency, rates, needed.baseRates)
      : rateOfRow(columns, row, currency, rates);
    if (rate !== undefined && rate.scale > needed.rate) needed.rate = rate.scale;
  }
  needed.isDivided ||= !isOwn || kind === kindCode["delivery-out"];
  const details = columns.details.get(row);
  if (details === undefined) return;
  if (details.ratio !== undefined && !keepsDigits(details.ratio))
    needed.quantity = Math.max(needed.quantity, leastMoneyScale);
  if (details.instrumentGrossAmount !== undefined)
    needed.booked = Math.max(needed.booked, parseFixedPoint(details.instrumentGrossAmount).scale);
}

/** The amounts of an instrument whose transactions were all looked at. */
export function tradeAmounts(
  columns: TransactionColumns,
  { quantity, booked, rate, isDivided }: NeededScales,
  currency: CurrencyCode,
  options: LedgerOptions,
  rates: TransactionRates,
): TradeAmounts {
  const isBase = currency === rates.baseCurrency;
  const money = Math.max(booked, leastMoneyScale);
  const scales = { quantity, booked: isDivided ? money : booked, money, base: isBase ? money : money + rate };
  return {
    columns,
    options,
    rates,
    currency,
    currencyPosition: columns.currencies.indexOf(currency),
    scales,
    isBase,
    baseRates: dayRates(rates, currency, rates.baseCurrency),
  };
}

/** Whether a split cannot make quantities finer: so many whole new units for one old. */
function keepsDigits({ numerator, denominator }: Ratio): boolean {
  return denominator === "1" && parseFixedPoint(numerator).scale === 0;
}

/** Whether a transaction states what its units cost or bring. */
export function statesAmount(columns: TransactionColumns, row: number): boolean {
  return (
    hasDecimal(columns.grossAmount, row) || (hasDecimal(columns.quantity, row) && hasDecimal(columns.unitPrice, row))
  );
}
