import type { CurrencyCode } from "../money/currency.ts";
import { digitsOfAt, hasDecimal } from "../numbers/decimal-column.ts";
import { digitsAt, parseFixedPoint, powerOfTen } from "../numbers/fixed-point.ts";
import { divideHalfEven } from "../numbers/rounding.ts";
import type { Ratio } from "../transactions/transaction.ts";
import type { TransactionColumns } from "../transactions/transaction-columns.ts";
import { amountScale, grossAt } from "./booked-amount.ts";
import { bookedInDoubles } from "./booked-in-doubles.ts";
import type { InstrumentScales } from "./holding-history.ts";
import type { LedgerOptions } from "./ledger-options.ts";
import { rateOfRow, rateToInstrument, type TransactionRates } from "./transaction-rates.ts";

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
}

/** Gross plus (`sign` 1) or less (`sign` -1) the charges that count, in the instrument's currency; undefined without a rate. */
export function nativeAmount(amounts: TradeAmounts, row: number, sign: 1 | -1): bigint | undefined {
  const { columns, options, scales, currency, rates } = amounts;
  const booked = bookedAt(columns, row, sign, options, scales.money);
  return isForeign(amounts, row) ? converted(columns, row, booked, currency, scales.money, rates) : booked;
}

/** The same in the base currency, from its native amount. */
export function baseAmount(
  amounts: TradeAmounts,
  row: number,
  sign: 1 | -1,
  native: bigint | undefined,
): bigint | undefined {
  if (amounts.isBase) return native;
  const { columns, options, scales, currency, rates } = amounts;
  const rate = rateOfRow(columns, row, currency, rates);
  if (rate === undefined) return undefined;
  const booked =
    native === undefined || isForeign(amounts, row) ? bookedAt(columns, row, sign, options, scales.money) : native;
  return booked * rate.digits * powerOfTen(scales.base - scales.money - rate.scale);
}

function isForeign({ columns, currencyPosition }: TradeAmounts, row: number): boolean {
  const position = columns.currency[row]!;
  return position >= 0 && position !== currencyPosition;
}

function bookedAt(
  columns: TransactionColumns,
  row: number,
  sign: 1 | -1,
  options: LedgerOptions,
  scale: number,
): bigint {
  const fast = bookedInDoubles(columns, row, sign, options, scale);
  if (fast !== undefined) return fast;
  const fee = options.feesInCost ? digitsOfAt(columns.feeAmount, row, scale) : 0n;
  const tax = options.taxesInCost ? digitsOfAt(columns.taxAmount, row, scale) : 0n;
  const gross = grossAt(columns, row, scale);
  return sign === 1 ? gross + fee + tax : gross - fee - tax;
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

/** How many digits after the point an instrument's transactions need; grows while they are looked at. */
export interface NeededScales {
  /** How many transactions were looked at. */
  rows: number;
  quantity: number;
  money: number;
  rate: number;
}

/** Before any transaction is seen. */
export function leastScales(): NeededScales {
  return { rows: 0, quantity: 0, money: leastMoneyScale, rate: 0 };
}

/** Makes room for one transaction of an instrument in `currency`. */
export function widenScales(
  needed: NeededScales,
  columns: TransactionColumns,
  row: number,
  currency: CurrencyCode,
  rates: TransactionRates,
): void {
  needed.rows++;
  needed.quantity = Math.max(needed.quantity, columns.quantity.scales[row]!);
  needed.money = Math.max(needed.money, amountScale(columns, row));
  if (currency !== rates.baseCurrency)
    needed.rate = Math.max(needed.rate, rateOfRow(columns, row, currency, rates)?.scale ?? 0);
  const details = columns.details.get(row);
  if (details === undefined) return;
  if (details.ratio !== undefined && !keepsDigits(details.ratio))
    needed.quantity = Math.max(needed.quantity, leastMoneyScale);
  if (details.instrumentGrossAmount !== undefined)
    needed.money = Math.max(needed.money, parseFixedPoint(details.instrumentGrossAmount).scale);
}

/** The amounts of an instrument whose transactions were all looked at. */
export function tradeAmounts(
  columns: TransactionColumns,
  { quantity, money, rate }: Omit<NeededScales, "rows">,
  currency: CurrencyCode,
  options: LedgerOptions,
  rates: TransactionRates,
): TradeAmounts {
  const isBase = currency === rates.baseCurrency;
  const scales = { quantity, money, base: isBase ? money : money + rate };
  return { columns, options, rates, currency, currencyPosition: columns.currencies.indexOf(currency), scales, isBase };
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
