import type { PlainDate } from "../calendar/plain-date.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { AccountId } from "../transactions/account.ts";
import type { TransactionId } from "../transactions/transaction.ts";

/**
 * What kind of income it is. `accrued-interest` is bought or sold with a bond; `withheld-tax` a tax, or its refund, that
 * names an instrument and was booked by itself: it has no gross amount.
 */
export type IncomeKind = (typeof incomeKinds)[number];

/** Every kind of income, in a fixed order: to check a name from outside, or to list them. */
export const incomeKinds = [
  "dividend",
  "interest",
  "interest-charge",
  "accrued-interest",
  "accumulation",
  "staking-reward",
  "airdrop",
  "withheld-tax",
] as const;

/** Amounts of income in one currency. net = gross - withheldTax - fee. */
export interface IncomeAmounts {
  readonly gross: Decimal;
  readonly withheldTax: Decimal;
  readonly fee: Decimal;
  readonly net: Decimal;
}

/** Income of one transaction. Amounts in `currency`, and in the base currency; a charge or a correction is negative. */
export interface IncomePayment extends IncomeAmounts {
  readonly transaction: TransactionId;
  readonly kind: IncomeKind;
  readonly date: PlainDate;
  readonly account: AccountId;
  readonly instrument: InstrumentId | undefined;
  readonly currency: CurrencyCode;
  /** At the transaction's own rate, else that of its day; undefined when no rate is known. */
  readonly base: IncomeAmounts | undefined;
}
