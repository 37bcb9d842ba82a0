import { type EpochDay, type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import { exchangeRateOn } from "../fx/exchange-rate.ts";
import { cashBalancesOn } from "../holdings/cash-balance.ts";
import { accountFilter } from "../holdings/holdings-on.ts";
import type { LedgerQuery } from "../holdings/ledger-query.ts";
import { type CashEffect, cashEffects } from "../ledger/cash-effect.ts";
import { grossOf } from "../ledger/booked-amount.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { Decimal } from "../numbers/decimal.ts";
import { fixedPointOf } from "../numbers/decimal-column.ts";
import { type FixedPoint, toDecimal } from "../numbers/fixed-point.ts";
import { isWithoutCash } from "../transactions/scope.ts";
import { kindCode } from "../transactions/transaction-columns.ts";

/** A scope and a range that ends on a date; without `after` from the beginning. */
export interface CashGainQuery extends LedgerQuery {
  readonly on: PlainDate;
}

/**
 * What exchange rates did to cash in other currencies, in the base currency: value at the end − value at the start −
 * everything that moved, each at the rate it was booked at.
 *
 * It is the line that closes the identity: end value − start value − external flows = realized gain + change of unrealized
 * gain + income − charges − taxes + this. 0 for a scope of instruments, which is without cash. Undefined: a rate is missing.
 *
 * @throws {PortfolioError} `invalid-date`: `from` or `to` is no date
 */
export function currencyGainOnCash(ledger: Ledger, query: CashGainQuery): Decimal | undefined {
  const { after, on } = query;
  if (isWithoutCash(query)) return new Decimal(0);
  const end = cashValueOn(ledger, query, on);
  const start = after === undefined ? new Decimal(0) : cashValueOn(ledger, query, after);
  const moved = movedIn(ledger, query);
  return end && start && moved && end.minus(start).minus(moved);
}

function cashValueOn(ledger: Ledger, query: LedgerQuery, on: PlainDate): Decimal | undefined {
  const day = toEpochDay(on);
  return cashBalancesOn(ledger, { ...query, on })
    .filter(({ amount }) => !amount.isZero())
    .map(({ amount, currency }) => {
      const rate = dayRate(ledger, currency, day);
      return rate && amount.times(rate);
    })
    .reduce<Decimal | undefined>((sum, value) => sum && value && sum.plus(value), new Decimal(0));
}

function movedIn(ledger: Ledger, query: CashGainQuery): Decimal | undefined {
  const { columns } = ledger;
  const after = query.after === undefined ? -Infinity : toEpochDay(query.after);
  const on = toEpochDay(query.on);
  const wanted = accountFilter(ledger, query);
  return cashEffects(ledger)
    .filter(({ row, account }) => columns.day[row]! > after && columns.day[row]! <= on && wanted(account))
    .map((effect) => bookedValue(ledger, effect))
    .reduce<Decimal | undefined>((sum, value) => sum && value && sum.plus(value), new Decimal(0));
}

/**
 * Flows count at the rate of their day, everything else at the broker's rate where one was recorded. An exchange moves
 * nothing but its charges: what was got for what was given is a gain or loss on cash.
 */
function bookedValue(ledger: Ledger, effect: CashEffect): Decimal | undefined {
  const { columns } = ledger;
  const { row, currency } = effect;
  const isExchange = columns.kind[row] === kindCode["currency-exchange"];
  if (effect.isCounterpart === true) return new Decimal(0);
  const gross = isExchange ? grossOf(columns, row) : undefined;
  const amount = gross === undefined ? decimalOf(effect.amount) : decimalOf(effect.amount).plus(decimalOf(gross));
  const ofDay = dayRate(ledger, currency, columns.day[row]!);
  const recorded = currency === ledger.baseCurrency ? undefined : fixedPointOf(columns.exchangeRate, row);
  if (recorded === undefined) return ofDay && amount.times(ofDay);
  const booked = decimalOf(recorded);
  const flow = flowOf(ledger, row);
  if (flow.isZero()) return amount.times(booked);
  return ofDay && amount.minus(flow).times(booked).plus(flow.times(ofDay));
}

const flowSigns = new Map<number, 1 | -1>([
  [kindCode.deposit, 1],
  [kindCode.withdrawal, -1],
  [kindCode["transfer-in"], 1],
  [kindCode["transfer-out"], -1],
]);

/** The part of a cash movement that is a flow across accounts: the gross of a deposit, a withdrawal or a transfer of cash. */
function flowOf({ columns }: Ledger, row: number): Decimal {
  const sign = columns.instrument[row]! >= 0 ? undefined : flowSigns.get(columns.kind[row]!);
  const gross = sign === undefined ? undefined : grossOf(columns, row);
  return gross === undefined ? new Decimal(0) : decimalOf(gross).times(sign!);
}

function decimalOf({ digits, scale }: FixedPoint): Decimal {
  return toDecimal(digits, scale);
}

function dayRate(ledger: Ledger, currency: CurrencyCode, day: EpochDay): Decimal | undefined {
  const rate = exchangeRateOn(ledger.rates, currency, ledger.baseCurrency, day);
  return rate && decimalOf(rate);
}
