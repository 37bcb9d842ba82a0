import { exchangeRateOn } from "../fx/exchange-rate.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import { type BookedLine, bookedLines } from "../ledger/booked-line.ts";
import { cashEffects } from "../ledger/cash-effect.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { type FixedPoint, multiplyFixed, negateFixed } from "../numbers/fixed-point.ts";
import { instrumentFilter, isWithoutCash } from "../transactions/scope.ts";
import { kindCode } from "../transactions/transaction-columns.ts";
import type { CashFlow, Prices } from "./cash-flow.ts";
import { exactFlow } from "./exact-flow.ts";
import { externalFlows, scopeTest } from "./external-flows.ts";
import { instrumentFlows } from "./instrument-flows.ts";
import { reorganizationArrivals } from "./reorganization-arrivals.ts";
import type { ScopeFlowsQuery } from "./scope-flows.ts";

/**
 * What moved value into and out of one line of a scope (an instrument, or all cash together), and what was booked on it,
 * in the base currency at the rate of the day.
 *
 * gain of a day = change of value - `flows`; income, charges and taxes are parts of that gain.
 * Sign: `flows` positive into the line; income received is positive, charges and taxes paid are positive.
 */
export interface LineBookings {
  readonly flows: CashFlow[];
  readonly income: CashFlow[];
  readonly charges: CashFlow[];
  readonly taxes: CashFlow[];
}

/** Bookings by instrument; those of the cash stand under undefined. */
export type BookingsByLine = Map<InstrumentId | undefined, LineBookings>;

/**
 * The bookings of every line of a scope: together the lines move nothing but the flows of the scope itself.
 *
 * With cash, an instrument is given what the cash paid for it, and pays what the cash received: charges and taxes
 * included. Without cash the rules of {@link instrumentFlows} hold, where taxes stay outside. Cost: O(transactions).
 */
export function lineBookings(ledger: Ledger, prices: Prices, scope: ScopeFlowsQuery): BookingsByLine {
  const byLine: BookingsByLine = new Map();
  if (isWithoutCash(scope)) bookFlowsOfInstruments(byLine, ledger, prices, scope);
  else bookFlowsWithCash(byLine, ledger, prices, scope);
  bookLines(byLine, ledger, scope);
  return byLine;
}

function bookingsOf(byLine: BookingsByLine, line: InstrumentId | undefined): LineBookings {
  const known = byLine.get(line);
  if (known !== undefined) return known;
  const made: LineBookings = { flows: [], income: [], charges: [], taxes: [] };
  byLine.set(line, made);
  return made;
}

function bookFlowsOfInstruments(
  byLine: BookingsByLine,
  ledger: Ledger,
  prices: Prices,
  { accounts, ...scope }: ScopeFlowsQuery,
): void {
  const isNamed = instrumentFilter(scope);
  for (const id of ledger.columns.instruments) {
    if (!isNamed(id)) continue;
    const own = { instruments: [id], ...(accounts === undefined ? {} : { accounts }) };
    bookingsOf(byLine, id).flows.push(...instrumentFlows(ledger, prices, own));
  }
}

/** What cash pays or receives for an instrument flows between the two; what enters the scope flows into the line it enters. */
function bookFlowsWithCash(byLine: BookingsByLine, ledger: Ledger, prices: Prices, scope: ScopeFlowsQuery): void {
  const { columns } = ledger;
  const inAccounts = scopeTest(ledger, scope.accounts);
  const { accounts, deliveryFlowAt } = scope;
  const outer = {
    ...(accounts === undefined ? {} : { accounts }),
    ...(deliveryFlowAt === undefined ? {} : { deliveryFlowAt }),
  };
  for (const flow of externalFlows(ledger, prices, outer))
    bookingsOf(byLine, columns.instruments[columns.instrument[flow.row]!]).flows.push(flow);
  for (const { row, account, currency, amount } of cashEffects(ledger)) {
    const instrument = columns.instruments[columns.instrument[row]!];
    if (instrument === undefined || !inAccounts(account)) continue;
    const value = atDayRate(ledger, row, currency, amount);
    bookingsOf(byLine, undefined).flows.push(flowOf(ledger, row, value));
    bookingsOf(byLine, instrument).flows.push(flowOf(ledger, row, value && negateFixed(value)));
  }
  for (const { row, from, to, value } of reorganizationArrivals(ledger, prices, inAccounts)) {
    bookingsOf(byLine, to).flows.push(flowOf(ledger, row, value));
    bookingsOf(byLine, from).flows.push(flowOf(ledger, row, value && negateFixed(value)));
  }
}

/** Kinds whose fee was paid outside of a scope with cash. */
const deliveries = new Set<number>([kindCode["delivery-in"], kindCode["delivery-out"]]);
/** Kinds whose fee is no part of what flows out of an instrument without cash. */
const feeless = new Set<number>([
  kindCode["transfer-in"],
  kindCode["transfer-out"],
  kindCode["spin-off"],
  kindCode.accumulation,
  kindCode["staking-reward"],
  kindCode.airdrop,
]);

function bookLines(byLine: BookingsByLine, ledger: Ledger, scope: ScopeFlowsQuery): void {
  const inAccounts = scopeTest(ledger, scope.accounts);
  const isNamed = instrumentFilter(scope);
  const counts = isWithoutCash(scope) ? countsWithoutCash : countsWithCash;
  for (const line of bookedLines(ledger)) {
    if (!inAccounts(line.account) || !isNamed(line.instrument) || !counts(line, ledger.columns.kind[line.row]!))
      continue;
    const flow = flowOf(ledger, line.row, atDayRate(ledger, line.row, line.currency, line.amount));
    bookingsOf(byLine, line.instrument)[listOf[line.line]].push(flow);
  }
}

const listOf = { income: "income", fees: "charges", taxes: "taxes" } as const;

function countsWithCash({ line }: BookedLine, kind: number): boolean {
  return line === "income" || !deliveries.has(kind);
}

function countsWithoutCash({ line, field, instrument }: BookedLine, kind: number): boolean {
  if (instrument === undefined || line === "taxes" || field === "accruedInterest") return false;
  return line === "income" ? kind !== kindCode["interest-charge"] : !feeless.has(kind);
}

function flowOf({ columns }: Ledger, row: number, amount: FixedPoint | undefined): CashFlow {
  return exactFlow(row, columns.day[row]!, amount);
}

function atDayRate(ledger: Ledger, row: number, currency: CurrencyCode, amount: FixedPoint): FixedPoint | undefined {
  const rate = exchangeRateOn(ledger.rates, currency, ledger.baseCurrency, ledger.columns.day[row]!);
  return rate && multiplyFixed(amount, rate);
}
