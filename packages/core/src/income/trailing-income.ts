import { addMonths } from "../calendar/add-months.ts";
import { plainDate, type PlainDate } from "../calendar/plain-date.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { exactSum } from "../numbers/exact-sum.ts";
import type { Decimal } from "../numbers/decimal.ts";
import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { type IncomeQuery, incomePayments } from "./income-payments.ts";

/** What trailing income is asked about. */
export interface TrailingIncomeQuery extends Omit<IncomeQuery, "after"> {
  readonly on: PlainDate;
}

/**
 * Gross income of the 12 months up to a day, in the base currency: the numerator of trailing yield and yield on cost.
 *
 * The range is half-open: after the same day of the year before, up to and including `on`. Exact; without income 0.
 * Undefined: a rate is missing -> `missing-rate`.
 * Cost: O(transactions).
 *
 * @throws {PortfolioError} `invalid-date`: the day is none
 * @see docs/methods/income.md
 */
export function trailingIncome(ledger: Ledger, query: TrailingIncomeQuery): Measured<Decimal> {
  const payments = incomePayments(ledger, { ...query, after: addMonths(plainDate(query.on), -12) });
  const known = payments.flatMap(({ base }) => (base === undefined ? [] : [base.gross]));
  return known.length === payments.length ? measured(exactSum(known)) : unmeasured("missing-rate");
}
