import { toEpochDay } from "../calendar/plain-date.ts";
import { exchangeRateOn } from "../fx/exchange-rate.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { Decimal } from "../numbers/decimal.ts";
import { fixedPointOf } from "../numbers/decimal-column.ts";
import { type FixedPoint, toDecimal } from "../numbers/fixed-point.ts";
import { type BookedLine, bookedLines, type LineKind } from "../ledger/booked-line.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { instrumentFilter } from "../transactions/scope.ts";
import { accountFilter } from "./holdings-on.ts";
import type { LedgerQuery } from "./ledger-query.ts";

/** A sum of booked amounts by currency, and in the base currency each at its own date's or its broker's rate. */
export interface BookedSum {
  readonly byCurrency: ReadonlyMap<CurrencyCode, Decimal>;
  /** Undefined when a rate is missing. */
  readonly base: Decimal | undefined;
  /** The part of `base` whose rates are known. */
  readonly known: Decimal;
}

/**
 * Income, fees or taxes of a scope and range.
 *
 * Sign: income received, fees and taxes paid are positive; an interest charge is negative income.
 *
 * @throws {PortfolioError} `invalid-date`: a date of the query is none
 */
export function bookedSum(
  ledger: Ledger,
  line: LineKind,
  query: LedgerQuery = {},
  lines: readonly BookedLine[] = bookedLines(ledger, [line], query.instrument),
): BookedSum {
  const after = query.after === undefined ? -Infinity : toEpochDay(query.after);
  const on = query.on === undefined ? Infinity : toEpochDay(query.on);
  const wanted = accountFilter(ledger, query);
  const isNamed = instrumentFilter(query);
  const byCurrency = new Map<CurrencyCode, Decimal>();
  let known = new Decimal(0);
  let isComplete = true;
  for (const booked of lines) {
    const day = ledger.columns.day[booked.row]!;
    if (booked.line !== line || day <= after || day > on || !wanted(booked.account)) continue;
    if (!isNamed(booked.instrument)) continue;
    const amount = toDecimal(booked.amount.digits, booked.amount.scale);
    byCurrency.set(booked.currency, (byCurrency.get(booked.currency) ?? new Decimal(0)).plus(amount));
    const inBase = bookedInBase(ledger, booked);
    if (inBase === undefined) isComplete = false;
    else known = known.plus(toDecimal(inBase.digits, inBase.scale));
  }
  return { byCurrency, base: isComplete ? known : undefined, known };
}

/** A booked amount in the base currency at its broker's rate, else the rate of its day; undefined without one. */
export function bookedInBase(ledger: Ledger, { row, currency, amount }: BookedLine): FixedPoint | undefined {
  if (currency === ledger.baseCurrency) return amount;
  const recorded = fixedPointOf(ledger.columns.exchangeRate, row);
  const rate = recorded ?? exchangeRateOn(ledger.rates, currency, ledger.baseCurrency, ledger.columns.day[row]!);
  return rate && { digits: amount.digits * rate.digits, scale: amount.scale + rate.scale };
}
