import { toEpochDay } from "../calendar/plain-date.ts";
import { exchangeRateOn, type RateTable } from "../fx/exchange-rate.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { DecimalString } from "../numbers/decimal.ts";
import {
  addFixed,
  digitsAt,
  type FixedPoint,
  multiplyFixed,
  mostDigits,
  negateFixed,
  parseFixedPoint,
  powerOfTen,
  toDecimalString,
} from "../numbers/fixed-point.ts";
import { divideHalfEven } from "../numbers/rounding.ts";
import type { Transaction } from "../transactions/transaction.ts";

/** How amounts of transactions become amounts of the tax currency. */
export interface TaxCurrency {
  readonly taxCurrency: CurrencyCode;
  /** The currency that `exchangeRate` of a transaction leads to: those rates count when it is the tax currency. */
  readonly baseCurrency: CurrencyCode;
  /** Rates of the day, for transactions without one of their own. */
  readonly rates: RateTable;
  /** Needed where a transaction states its gross amount in the instrument's currency too. */
  readonly instrumentCurrencies?: ReadonlyMap<InstrumentId, CurrencyCode>;
}

/** What a booked amount came to: text in the tax currency, or why there is none. */
export type TaxAmount =
  | { readonly amount: DecimalString; readonly fault?: never }
  | { readonly amount?: never; readonly fault: "no-amount" | "missing-rate" };

/** Digits kept after a division, and at most after a product with a rate. */
const dividedScale = 24;
const zero: FixedPoint = { digits: 0n, scale: 0 };

/** Gross of a transaction with its fee added (1), taken off (-1), or left out (0), in the tax currency at its own rate. */
export function taxAmount(transaction: Transaction, fee: 1 | 0 | -1, currency: TaxCurrency): TaxAmount {
  const gross = grossOf(transaction);
  if (gross === undefined) return { fault: "no-amount" };
  const charge = "feeAmount" in transaction && fee !== 0 ? fixed(transaction.feeAmount) : zero;
  const whole = addFixed(gross, fee === -1 ? negateFixed(charge) : charge);
  const stated = statedInTaxCurrency(transaction, currency);
  if (stated !== undefined && gross.digits !== 0n) return { amount: text(proportional(whole, stated, gross)) };
  const rate = rateOf(transaction, currency);
  return rate === undefined ? { fault: "missing-rate" } : { amount: text(multiplyFixed(whole, rate)) };
}

function grossOf(transaction: Transaction): FixedPoint | undefined {
  if ("grossAmount" in transaction && transaction.grossAmount !== undefined)
    return parseFixedPoint(transaction.grossAmount);
  if (!("unitPrice" in transaction) || transaction.unitPrice === undefined) return undefined;
  return multiplyFixed(fixed(transaction.quantity), parseFixedPoint(transaction.unitPrice));
}

function rateOf(transaction: Transaction, { taxCurrency, baseCurrency, rates }: TaxCurrency): FixedPoint | undefined {
  if (!("currency" in transaction) || transaction.currency === undefined) return undefined;
  if (transaction.currency === taxCurrency) return { digits: 1n, scale: 0 };
  if (transaction.exchangeRate !== undefined && taxCurrency === baseCurrency)
    return parseFixedPoint(transaction.exchangeRate);
  return exchangeRateOn(rates, transaction.currency, taxCurrency, toEpochDay(transaction.tradeDate));
}

/** The gross amount in the instrument's currency, where that is the tax currency and the cash moved in another one. */
function statedInTaxCurrency(
  transaction: Transaction,
  { taxCurrency, instrumentCurrencies }: TaxCurrency,
): FixedPoint | undefined {
  if (!("instrumentGrossAmount" in transaction) || transaction.instrumentGrossAmount === undefined) return undefined;
  if (transaction.currency === taxCurrency) return undefined;
  const isTaxCurrency = instrumentCurrencies?.get(transaction.instrument) === taxCurrency;
  return isTaxCurrency ? parseFixedPoint(transaction.instrumentGrossAmount) : undefined;
}

/** whole x stated / gross; exact where whole is gross. */
function proportional(whole: FixedPoint, stated: FixedPoint, gross: FixedPoint): FixedPoint {
  const scale = Math.max(whole.scale, gross.scale);
  const [above, below] = [digitsAt(whole, scale), digitsAt(gross, scale)];
  if (above === below) return stated;
  const finer = Math.max(dividedScale, stated.scale);
  return { digits: divideHalfEven(above * digitsAt(stated, finer), below), scale: finer };
}

function fixed(value: DecimalString | undefined): FixedPoint {
  return value === undefined ? zero : parseFixedPoint(value);
}

function text({ digits, scale }: FixedPoint): DecimalString {
  if (scale <= mostDigits) return toDecimalString(digits, scale);
  return toDecimalString(divideHalfEven(digits, powerOfTen(scale - mostDigits)), mostDigits);
}
