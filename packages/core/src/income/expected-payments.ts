import { addMonths } from "../calendar/add-months.ts";
import { addDays, plainDate, type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import { holdingsOn } from "../holdings/holdings-on.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { Decimal, type DecimalString, decimal } from "../numbers/decimal.ts";
import type { Scope } from "../transactions/scope.ts";
import type { TransactionId } from "../transactions/transaction.ts";
import { correctedUnitIncome, incomePerUnit, type UnitIncome } from "./income-per-unit.ts";
import { type PaymentFrequency, type PaymentRhythm, paymentRhythm } from "./payment-rhythm.ts";
import { grouped } from "./grouped.ts";

/** A dividend that its payer has announced. */
export interface AnnouncedPayment {
  readonly instrument: InstrumentId;
  readonly payDate: PlainDate;
  /** Units held before it are paid for; those held on the day that is asked about, when left out or still to come. */
  readonly exDate?: PlainDate;
  readonly amountPerUnit: DecimalString;
  readonly currency: CurrencyCode;
}

/** What is asked of expected payments. */
export interface ExpectedPaymentsQuery extends Scope {
  /** Today, or the last day that is known. */
  readonly on: PlainDate;
  /** The last day of the outlook. */
  readonly until: PlainDate;
  /** They win over estimates of the same payment. */
  readonly announced?: readonly AnnouncedPayment[];
  readonly exDates?: ReadonlyMap<TransactionId, PlainDate>;
}

/** From what an estimate was made. */
export interface PaymentEvidence {
  readonly frequency: PaymentFrequency;
  /** The payments that show the rhythm, ascending. */
  readonly payDates: readonly PlainDate[];
  readonly lastPayDate: PlainDate;
}

/** A payment still to come, gross: announced, or an estimate with its evidence. amount = amountPerUnit x quantity. */
export interface ExpectedPayment {
  readonly status: "announced" | "estimated";
  readonly instrument: InstrumentId;
  readonly date: PlainDate;
  readonly currency: CurrencyCode;
  readonly amountPerUnit: Decimal;
  readonly quantity: Decimal;
  readonly amount: Decimal;
  readonly evidence: PaymentEvidence | undefined;
}

/**
 * Payments still to come, by date: what is announced, and estimates from each payer's own history.
 *
 * An estimate continues the rhythm of the past (monthly, quarterly, semiannual, annual) with the last regular amount per
 * unit, restated by splits, for the units held now. A special dividend is not repeated. There is no estimate for an
 * irregular payer, one that has stopped, a single payment, or an instrument that is sold out. An announced payment
 * replaces the estimates within half an interval of its day. An estimate is no promise.
 *
 * Shape: after `on`, up to and including `until`.
 * Cost: O(transactions).
 *
 * @throws {PortfolioError} `invalid-decimal`: an announced amount is no decimal text; `invalid-date`: a date is none
 * @see docs/methods/income.md
 */
export function expectedPayments(ledger: Ledger, query: ExpectedPaymentsQuery): ExpectedPayment[] {
  const { announced = [] } = query;
  const [on, until] = [plainDate(query.on), plainDate(query.until)];
  const held = new Map(
    holdingsOn(ledger, scopeOn(query, on)).map(({ instrument, quantity }) => [instrument, quantity]),
  );
  const history = grouped(incomePerUnit(ledger, query), ({ instrument }) => instrument);
  const stated = announced
    .filter(({ instrument, payDate }) => payDate > on && payDate <= until && held.has(instrument))
    .map((payment) => announcedPayment(ledger, query, payment))
    .filter(({ quantity }) => quantity.gt(0));
  const estimated = [...held].flatMap(([instrument, quantity]) => {
    if (quantity.lte(0)) return [];
    const own = announced.filter((payment) => payment.instrument === instrument);
    return estimates(correctedUnitIncome(history.get(instrument) ?? []), quantity, query, own);
  });
  return [...stated, ...estimated].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

function scopeOn({ accounts, instruments, instrument }: Scope, on: PlainDate): Scope & { readonly on: PlainDate } {
  return {
    on,
    ...(accounts && { accounts }),
    ...(instruments && { instruments }),
    ...(instrument === undefined ? {} : { instrument }),
  };
}

function announcedPayment(ledger: Ledger, query: ExpectedPaymentsQuery, payment: AnnouncedPayment): ExpectedPayment {
  const { instrument, payDate, exDate, currency, amountPerUnit } = payment;
  const day = exDate === undefined || exDate > query.on ? query.on : addDays(exDate, -1);
  const [holding] = holdingsOn(ledger, { ...scopeOn(query, day), instrument });
  const perUnit = decimal(amountPerUnit);
  const quantity = holding?.quantity ?? new Decimal(0);
  const amount = perUnit.times(quantity);
  return {
    status: "announced",
    instrument,
    date: payDate,
    currency,
    amountPerUnit: perUnit,
    quantity,
    amount,
    evidence: undefined,
  };
}

function estimates(
  history: readonly UnitIncome[],
  quantity: Decimal,
  { on, until }: ExpectedPaymentsQuery,
  announced: readonly AnnouncedPayment[],
): ExpectedPayment[] {
  const rhythm = paymentRhythm(history.map(({ date }) => date));
  if (rhythm === undefined) return [];
  const regular = rhythm.regular.map((position) => history[position]!);
  const last = regular.at(-1)!;
  if (toEpochDay(on) - toEpochDay(last.date) > rhythm.patienceDays) return [];
  const { instrument, currency } = last;
  const { perUnit } = lastWithoutSpecial(regular);
  const evidence: PaymentEvidence = {
    frequency: rhythm.frequency,
    payDates: regular.map(({ date }) => date),
    lastPayDate: last.date,
  };
  return datesAfter(last.date, rhythm, until)
    .filter((date) => date > on && !isAnnounced(date, rhythm, announced))
    .map((date) => ({
      status: "estimated",
      instrument,
      date,
      currency,
      amountPerUnit: perUnit,
      quantity,
      amount: perUnit.times(quantity),
      evidence,
    }));
}

function datesAfter(last: PlainDate, { months }: PaymentRhythm, until: PlainDate): PlainDate[] {
  const dates: PlainDate[] = [];
  for (let step = 1; addMonths(last, step * months) <= until; step++) dates.push(addMonths(last, step * months));
  return dates;
}

function isAnnounced(date: PlainDate, { months }: PaymentRhythm, announced: readonly AnnouncedPayment[]): boolean {
  const reach = months * 15;
  return announced.some(({ payDate }) => Math.abs(toEpochDay(payDate) - toEpochDay(date)) <= reach);
}

/**
 * The last payment of a rhythm that is no special one: more than twice the median of the four before it and half as much
 * again as the one before it counts as special, until the next payment confirms it.
 */
function lastWithoutSpecial(regular: readonly UnitIncome[]): UnitIncome {
  const isSpecial = ({ perUnit }: UnitIncome, at: number): boolean => {
    const before = regular.slice(Math.max(0, at - 4), at).map((payment) => payment.perUnit);
    if (before.length < 2) return false;
    return perUnit.gt(median(before).times(2)) && perUnit.gt(before.at(-1)!.times("1.5"));
  };
  return regular.findLast((payment, at) => !isSpecial(payment, at)) ?? regular.at(-1)!;
}

function median(values: readonly Decimal[]): Decimal {
  const sorted = [...values].sort((a, b) => a.comparedTo(b));
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : sorted[middle - 1]!.plus(sorted[middle]!).div(2);
}
