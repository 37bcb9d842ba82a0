import { addMonths } from "../calendar/add-months.ts";
import type { PlainDate } from "../calendar/plain-date.ts";
import { holdingsOn } from "../holdings/holdings-on.ts";
import { expectedPayments } from "../income/expected-payments.ts";
import { forwardIncome } from "../income/forward-income.ts";
import { type IncomeGrouping, incomeBy } from "../income/income-by.ts";
import { incomePayments } from "../income/income-payments.ts";
import { forwardYield, trailingYield, yieldOnCost } from "../income/income-yield.ts";
import { trailingIncome } from "../income/trailing-income.ts";
import { withholdingByCountry } from "../income/withholding-by-country.ts";
import { countryOf } from "../instrument/country-of.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { Decimal, type DecimalString } from "../numbers/decimal.ts";
import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { totalValueOn } from "../valuation/value-on.ts";
import type { ReportQuestion } from "./report-question.ts";

/** Income of a group in the base currency; undefined amounts when a rate is missing. */
export interface IncomeLine {
  /** A month "2026-03", a year, an instrument, or a country of two letters; "" for what belongs to none. */
  readonly key: string;
  readonly gross: Measured<DecimalString>;
  readonly withheldTax: Measured<DecimalString>;
  readonly net: Measured<DecimalString>;
}

/** A payment that is still to come, gross, in its own currency. */
export interface ExpectedLine {
  readonly status: "announced" | "estimated";
  readonly date: PlainDate;
  readonly instrument: InstrumentId;
  readonly currency: CurrencyCode;
  readonly amount: DecimalString;
}

/** Income of a range, what may follow, and the yields on its last day, as fractions a year. */
export interface IncomeFigures {
  readonly byMonth: readonly IncomeLine[];
  readonly byYear: readonly IncomeLine[];
  readonly byInstrument: readonly IncomeLine[];
  readonly byCountry: readonly IncomeLine[];
  /** In the 12 months after the range. */
  readonly expected: readonly ExpectedLine[];
  readonly trailingYield: Measured;
  readonly forwardYield: Measured;
  readonly yieldOnCost: Measured;
}

/** Income of the scope of a question: received in its range, expected after it. */
export function incomeFigures(question: ReportQuestion): IncomeFigures {
  const { ledger, from, to, scope = {}, instruments } = question;
  const payments = incomePayments(ledger, { ...scope, after: from, on: to });
  const by = (grouping: IncomeGrouping): IncomeLine[] => incomeBy(payments, grouping).map(lineOf);
  const country = (id: InstrumentId): string | undefined => countryOf(instruments.get(id) ?? {});
  return {
    byMonth: by("month"),
    byYear: by("year"),
    byInstrument: by("instrument"),
    byCountry: withholdingByCountry(payments, country).map((group) => lineOf({ ...group, key: group.country ?? "" })),
    expected: expectedPayments(ledger, outlookOf(question)).map(({ status, date, instrument, currency, amount }) => ({
      status,
      date,
      instrument,
      currency,
      amount: amount.toString(),
    })),
    ...yieldsOf(question),
  };
}

function outlookOf({ to, scope, announced = [] }: ReportQuestion): Parameters<typeof expectedPayments>[1] {
  return { ...scope, on: to, until: addMonths(to, 12), announced };
}

type Amounts = Readonly<Record<"gross" | "withheldTax" | "net", Decimal>>;

function lineOf({ key, base }: { readonly key: string; readonly base: Amounts | undefined }): IncomeLine {
  const text = (amount: Decimal | undefined): Measured<DecimalString> =>
    amount === undefined ? unmeasured("missing-rate") : measured(amount.toString());
  return { key, gross: text(base?.gross), withheldTax: text(base?.withheldTax), net: text(base?.net) };
}

function yieldsOf(question: ReportQuestion): Pick<IncomeFigures, "trailingYield" | "forwardYield" | "yieldOnCost"> {
  const { ledger, prices, to, scope = {} } = question;
  const trailing = trailingIncome(ledger, { ...scope, on: to });
  const forward = forwardIncome(ledger, outlookOf(question));
  const { known, reason } = totalValueOn(ledger, prices, to, scope);
  const value = reason === undefined ? measured(known) : unmeasured(reason);
  const cost = costOf(question);
  return {
    trailingYield: over(trailing, value, (income, marketValue) => trailingYield({ income, marketValue })),
    forwardYield: over(forward, value, (income, marketValue) => forwardYield({ income, marketValue })),
    yieldOnCost: over(trailing, cost, (income, costBasis) => yieldOnCost({ income, costBasis })),
  };
}

function costOf({ ledger, to, scope = {} }: ReportQuestion): Measured<Decimal> {
  const holdings = holdingsOn(ledger, { ...scope, on: to });
  const gap = holdings.find(({ baseCostBasis, isCostComplete }) => baseCostBasis === undefined || !isCostComplete);
  if (gap !== undefined) return unmeasured(gap.isCostComplete ? "missing-rate" : "missing-cost");
  return measured(holdings.reduce((sum, { baseCostBasis }) => sum.plus(baseCostBasis!), new Decimal(0)));
}

function over(
  income: Measured<Decimal>,
  capital: Measured<Decimal>,
  ratio: (income: Decimal, capital: Decimal) => Measured,
): Measured {
  if (income.value === undefined) return income;
  return capital.value === undefined ? capital : ratio(income.value, capital.value);
}
