import type { EpochDay } from "../calendar/plain-date.ts";
import { exchangeRateOn, type RateTable } from "../fx/exchange-rate.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { digitsOfAt, fixedPointOf, hasDecimal } from "../numbers/decimal-column.ts";
import { digitsAt, type FixedPoint, parseFixedPoint, powerOfTen } from "../numbers/fixed-point.ts";
import { divideHalfEven } from "../numbers/rounding.ts";
import type { TransactionColumns } from "../transactions/transaction-columns.ts";
import { amountScale, grossAt, grossOf } from "./booked-amount.ts";
import type { InstrumentScales } from "./holding-history.ts";
import type { LedgerOptions } from "./ledger-options.ts";

/** The least number of decimals of money in the ledger: six guard digits beyond the 18 that are ever shown. */
export const leastMoneyScale: number = 24;

/** Exchange rates of transactions, each looked up once a day and pair. */
export interface TransactionRates {
  readonly table: RateTable;
  readonly baseCurrency: CurrencyCode;
  readonly known: Map<string, FixedPoint | undefined>;
}

/** The rate of a day, remembered. */
export function dayRate(rates: TransactionRates, from: CurrencyCode, to: CurrencyCode, day: EpochDay): FixedPoint | undefined {
  const key = `${day} ${from} ${to}`;
  if (rates.known.has(key)) return rates.known.get(key);
  const rate = exchangeRateOn(rates.table, from, to, day);
  rates.known.set(key, rate);
  return rate;
}

/** Base currency for one unit of a transaction's currency: the broker's own rate, else the rate of the day. */
export function rateToBase(rates: TransactionRates, columns: TransactionColumns, row: number): FixedPoint | undefined {
  const currency = columns.currencies[columns.currency[row]!];
  if (currency === undefined || currency === rates.baseCurrency) return { digits: 1n, scale: 0 };
  return fixedPointOf(columns.exchangeRate, row) ?? dayRate(rates, currency, rates.baseCurrency, columns.day[row]!);
}

/**
 * Amounts of an instrument's transactions as integers at its scales: what a trade costs or brings in, in the
 * instrument's currency and in the base currency.
 */
export interface TradeAmounts {
  readonly scales: InstrumentScales;
  /** Whether the base currency is the instrument's own, so that one integer serves both. */
  readonly isBase: boolean;
  /** Gross plus (`sign` 1) or less (`sign` -1) the charges that count, in the instrument's currency; undefined without a rate. */
  native(row: number, sign: 1 | -1): bigint | undefined;
  /** The same in the base currency. */
  base(row: number, sign: 1 | -1, native: bigint | undefined): bigint | undefined;
}

/** Prepares the amounts of all transactions of one instrument: chooses scales that hold every amount exactly. */
export function tradeAmounts(
  columns: TransactionColumns,
  rows: Int32Array,
  currency: CurrencyCode,
  options: LedgerOptions,
  rates: TransactionRates,
): TradeAmounts {
  const isBase = currency === rates.baseCurrency;
  const scales = scalesOf(columns, rows, currency, isBase, rates);
  const { money } = scales;
  const rateScale = scales.base - money;
  const isForeign = (row: number): boolean => {
    const own = columns.currency[row]!;
    return own >= 0 && columns.currencies[own] !== currency;
  };
  const booked = (row: number, sign: 1 | -1): bigint => bookedAt(columns, row, sign, options, money);
  return {
    scales,
    isBase,
    native: (row, sign) => (isForeign(row) ? converted(columns, row, booked(row, sign), currency, money, rates) : booked(row, sign)),
    base: (row, sign, native) => {
      if (isBase) return native;
      const known = rateOfRow(columns, row, currency, rates);
      return known === undefined ? undefined : booked(row, sign) * known.digits * powerOfTen(rateScale - known.scale);
    },
  };
}

/** Base currency for one unit of the row's currency; a row without one (a delivery that states no amount) is in the instrument's. */
export function rateOfRow(columns: TransactionColumns, row: number, currency: CurrencyCode, rates: TransactionRates): FixedPoint | undefined {
  if (columns.currency[row]! >= 0) return rateToBase(rates, columns, row);
  return dayRate(rates, currency, rates.baseCurrency, columns.day[row]!);
}

/** Gross and the charges that count, in the transaction's currency: the hot path, in doubles while they are exact. */
function bookedAt(columns: TransactionColumns, row: number, sign: 1 | -1, options: LedgerOptions, scale: number): bigint {
  const fast = bookedInDoubles(columns, row, sign, options, scale);
  if (fast !== undefined) return fast;
  const fee = options.feesInCost ? digitsOfAt(columns.feeAmount, row, scale) : 0n;
  const tax = options.taxesInCost ? digitsOfAt(columns.taxAmount, row, scale) : 0n;
  const gross = grossAt(columns, row, scale);
  return sign === 1 ? gross + fee + tax : gross - fee - tax;
}

const smallPowers = Float64Array.from({ length: 16 }, (_, exponent) => Number(powerOfTen(exponent)));

/** Undefined when a product or a sum could pass 2^53 - 1: then integers of any length take over, with the same result. */
function bookedInDoubles(columns: TransactionColumns, row: number, sign: 1 | -1, options: LedgerOptions, scale: number): bigint | undefined {
  const stated = columns.grossAmount.scales[row]!;
  let gross = columns.grossAmount.values[row]!;
  let own = stated;
  if (stated < 0) {
    const quantityScale = columns.quantity.scales[row]!;
    const priceScale = columns.unitPrice.scales[row]!;
    if (quantityScale < 0 || priceScale < 0) return undefined;
    gross = columns.quantity.values[row]! * columns.unitPrice.values[row]!;
    own = quantityScale + priceScale;
  }
  if (!(Math.abs(gross) <= Number.MAX_SAFE_INTEGER)) return undefined;
  if (options.taxesInCost && columns.taxAmount.scales[row]! >= 0) return undefined;
  const feeScale = columns.feeAmount.scales[row]!;
  if (feeScale >= 0 && options.feesInCost) {
    if (feeScale > own || own - feeScale > 15) return undefined;
    const fee = columns.feeAmount.values[row]! * smallPowers[own - feeScale]!;
    gross = sign === 1 ? gross + fee : gross - fee;
    if (!(Math.abs(fee) <= Number.MAX_SAFE_INTEGER && Math.abs(gross) <= Number.MAX_SAFE_INTEGER)) return undefined;
  }
  return BigInt(gross) * powerOfTen(scale - own);
}

/** An amount booked in another currency than the instrument's: by the stated gross in its currency, else by a rate. */
function converted(
  columns: TransactionColumns,
  row: number,
  booked: bigint,
  currency: CurrencyCode,
  money: number,
  rates: TransactionRates,
): bigint | undefined {
  const stated = columns.details.get(row)?.instrumentGrossAmount;
  const gross = grossAt(columns, row, money);
  if (stated !== undefined && gross !== 0n) {
    const native = digitsAt(parseFixedPoint(stated), money);
    return booked === gross ? native : divideHalfEven(booked * native, gross);
  }
  const rate = rateToInstrument(columns, row, currency, rates);
  return rate === undefined ? undefined : divideHalfEven(booked * rate.digits, powerOfTen(rate.scale));
}

function rateToInstrument(columns: TransactionColumns, row: number, currency: CurrencyCode, rates: TransactionRates): FixedPoint | undefined {
  if (currency === rates.baseCurrency) return rateToBase(rates, columns, row);
  return dayRate(rates, columns.currencies[columns.currency[row]!]!, currency, columns.day[row]!);
}

function scalesOf(
  columns: TransactionColumns,
  rows: Int32Array,
  currency: CurrencyCode,
  isBase: boolean,
  rates: TransactionRates,
): InstrumentScales {
  let quantity = 0;
  let money = leastMoneyScale;
  let rateScale = 0;
  for (const row of rows) {
    const details = columns.details.get(row);
    quantity = Math.max(quantity, columns.quantity.scales[row]!, details?.ratio && details.ratio.denominator !== "1" ? leastMoneyScale : 0);
    money = Math.max(money, amountScale(columns, row));
    if (details?.instrumentGrossAmount !== undefined) money = Math.max(money, parseFixedPoint(details.instrumentGrossAmount).scale);
    if (!isBase) rateScale = Math.max(rateScale, (rateOfRow(columns, row, currency, rates) ?? zero).scale);
  }
  return { quantity, money, base: isBase ? money : money + rateScale };
}

const zero: FixedPoint = { digits: 0n, scale: 0 };

/** Whether a transaction states what its units cost or bring. */
export function statesAmount(columns: TransactionColumns, row: number): boolean {
  return grossOf(columns, row) !== undefined && (hasDecimal(columns.grossAmount, row) || hasDecimal(columns.unitPrice, row));
}
