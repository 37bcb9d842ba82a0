import { addMonths } from "../calendar/add-months.ts";
import { plainDate } from "../calendar/plain-date.ts";
import { convertedRateOn } from "../fx/convert.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { Decimal } from "../numbers/decimal.ts";
import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { type ExpectedPaymentsQuery, expectedPayments } from "./expected-payments.ts";

/** What forward income is asked about. */
export type ForwardIncomeQuery = Omit<ExpectedPaymentsQuery, "until">;

/**
 * Gross income expected in the 12 months after a day, in the base currency at that day's rates: announced payments and
 * estimates. Without any 0.
 *
 * Undefined: a rate is missing -> `missing-rate`.
 * Cost: O(transactions).
 *
 * @throws {PortfolioError} `invalid-date`: the day is none; `invalid-decimal`: an announced amount is no decimal text
 * @see docs/methods/income.md
 */
export function forwardIncome(ledger: Ledger, query: ForwardIncomeQuery): Measured<Decimal> {
  const { on } = query;
  const expected = expectedPayments(ledger, { ...query, until: addMonths(plainDate(on), 12) });
  let sum = new Decimal(0);
  for (const { currency, amount } of expected) {
    const rate = convertedRateOn(ledger.rates, currency, ledger.baseCurrency, on);
    if (rate === undefined) return unmeasured("missing-rate");
    sum = sum.plus(amount.times(rate));
  }
  return measured(sum);
}
