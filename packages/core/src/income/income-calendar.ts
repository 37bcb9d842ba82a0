import type { PlainDate } from "../calendar/plain-date.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { ExpectedPayment, PaymentEvidence } from "./expected-payments.ts";
import type { IncomePayment } from "./income-payment.ts";

/** One line of an income calendar. `amount` is gross in `currency`. */
export interface IncomeCalendarEntry {
  readonly status: "received" | "announced" | "estimated";
  readonly date: PlainDate;
  readonly instrument: InstrumentId | undefined;
  readonly currency: CurrencyCode;
  readonly amount: Decimal;
  /** What was received. */
  readonly payment: IncomePayment | undefined;
  /** What an estimate was made from. */
  readonly evidence: PaymentEvidence | undefined;
}

/**
 * Received and expected payments as one list by date, each marked as what it is.
 *
 * Shape: ascending; on one day received ones come first. Cost: O(n log n).
 *
 * @see docs/methods/income.md
 */
export function incomeCalendar(
  received: readonly IncomePayment[],
  expected: readonly ExpectedPayment[],
): IncomeCalendarEntry[] {
  const entries: IncomeCalendarEntry[] = [
    ...received.map((payment): IncomeCalendarEntry => {
      const { date, instrument, currency, gross } = payment;
      return { status: "received", date, instrument, currency, amount: gross, payment, evidence: undefined };
    }),
    ...expected.map(({ status, date, instrument, currency, amount, evidence }): IncomeCalendarEntry => {
      return { status, date, instrument, currency, amount, payment: undefined, evidence };
    }),
  ];
  return entries.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}
