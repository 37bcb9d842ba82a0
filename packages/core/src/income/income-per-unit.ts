import { type EpochDay, type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import { lastEntryOn } from "../holdings/holdings-on.ts";
import { splitFactorBetween } from "../holdings/split-factor.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { HoldingHistory } from "../ledger/holding-history.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { Decimal } from "../numbers/decimal.ts";
import { exactSum } from "../numbers/exact-sum.ts";
import { toDecimal } from "../numbers/fixed-point.ts";
import { asBigInt } from "../numbers/integer.ts";
import { integerAt } from "../numbers/integer-list.ts";
import type { TransactionId } from "../transactions/transaction.ts";
import type { IncomePayment } from "./income-payment.ts";
import { type IncomeQuery, incomePayments } from "./income-payments.ts";
import { grouped } from "./grouped.ts";

/** A day's income of an instrument for one unit, as units are counted on the day that is asked about. */
export interface UnitIncome {
  readonly instrument: InstrumentId;
  readonly date: PlainDate;
  readonly currency: CurrencyCode;
  /** Gross for one unit, restated by later splits. */
  readonly perUnit: Decimal;
  /** Units that were paid for, as counted on the day that is asked about. */
  readonly quantity: Decimal;
  readonly gross: Decimal;
}

/** What income per unit is asked about. */
export interface UnitIncomeQuery extends IncomeQuery {
  /** Units are counted as on this day, and later payments left out. */
  readonly on: PlainDate;
  /** The first day without the right to a payment, where it is known: units of the day before were paid for. */
  readonly exDates?: ReadonlyMap<TransactionId, PlainDate>;
}

/**
 * Dividends and coupons for one unit: the history from which a payer's rhythm and amount are read.
 *
 * The units that were paid for are those at the close before the ex-date, else before the pay date; when there were none,
 * the last ones held (sold between ex-date and payment). A later four-for-one split divides an amount by four.
 *
 * Shape: by instrument, then ascending; payments of one instrument, day and currency are one. What is paid for units
 * that were never held is left out.
 * Sign: a correction is negative.
 * Cost: O(transactions).
 *
 * @throws {PortfolioError} `invalid-date`: a limit of the range is none
 * @see docs/methods/income.md
 */
export function incomePerUnit(ledger: Ledger, query: UnitIncomeQuery): UnitIncome[] {
  const payments = incomePayments(ledger, { kinds: ["dividend", "interest"], ...query });
  const ofInstruments = payments.filter(({ instrument }) => instrument !== undefined);
  const byInstrument = grouped(ofInstruments, ({ instrument }) => instrument!);
  return [...byInstrument].flatMap(([instrument, own]) => {
    const byDay = grouped(own, ({ date, currency }) => `${date} ${currency}`);
    return [...byDay.values()].flatMap((same) => unitIncome(ledger, instrument, same, query));
  });
}

function unitIncome(
  ledger: Ledger,
  instrument: InstrumentId,
  payments: readonly IncomePayment[],
  query: UnitIncomeQuery,
): UnitIncome[] {
  const accounts = [...new Map(payments.map((payment) => [payment.account, payment])).values()];
  const quantity = accounts.reduce(
    (sum, payment) => sum.plus(unitsPaidFor(ledger, instrument, payment, query)),
    new Decimal(0),
  );
  if (quantity.lte(0)) return [];
  const gross = exactSum(payments.map((payment) => payment.gross));
  const { date, currency } = payments[0]!;
  return [{ instrument, date, currency, perUnit: gross.div(quantity), quantity, gross }];
}

/** Units of one account, restated to the day that is asked about. */
function unitsPaidFor(
  ledger: Ledger,
  instrument: InstrumentId,
  { transaction, account, date }: IncomePayment,
  { exDates, on }: UnitIncomeQuery,
): Decimal {
  const position = ledger.columns.instruments.indexOf(instrument);
  const own = ledger.instruments[position];
  const history = own?.holdings.find((holding) => ledger.columns.accounts[holding.account] === account);
  if (own === undefined || history === undefined) return new Decimal(0);
  const entry = entryPaidFor(history, toEpochDay(exDates?.get(transaction) ?? date));
  if (entry < 0) return new Decimal(0);
  const units = toDecimal(asBigInt(integerAt(history.quantity, entry)), own.scales.quantity);
  return units.times(splitFactorBetween(ledger, instrument, history.days[entry]!, toEpochDay(on)));
}

/** The state at the close before a day; when nothing is held, the last one with units; else the first one of the day. */
function entryPaidFor({ days, quantity }: HoldingHistory, day: EpochDay): number {
  let entry = lastEntryOn(days, day - 1);
  while (entry >= 0 && integerAt(quantity, entry) === 0) entry--;
  return entry >= 0 ? entry : lastEntryOn(days, day);
}

/** The payments after corrections: a negative one is taken off the one before it, which goes when nothing is left. */
export function correctedUnitIncome(history: readonly UnitIncome[]): UnitIncome[] {
  const kept: UnitIncome[] = [];
  for (const payment of history) {
    if (payment.perUnit.gt(0)) kept.push(payment);
    const last = payment.perUnit.lt(0) ? kept.pop() : undefined;
    if (last === undefined) continue;
    const perUnit = last.perUnit.plus(payment.perUnit);
    if (perUnit.gt(0)) kept.push({ ...last, perUnit, gross: exactSum([last.gross, payment.gross]) });
  }
  return kept;
}
