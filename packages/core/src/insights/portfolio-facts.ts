import { type ValuedPart, valuedParts } from "../allocation/valued-part.ts";
import { addDays, type PlainDate } from "../calendar/plain-date.ts";
import type { Prices } from "../cash-flows/cash-flow.ts";
import { bookedSum } from "../holdings/booked-sum.ts";
import { issuesOf } from "../issues/issues-of.ts";
import type { IssuesQuestion } from "../issues/issues-question.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { Decimal, decimal } from "../numbers/decimal.ts";
import type { Issue } from "../outcome/issue.ts";
import { mean } from "../series/compensated-sum.ts";
import { valueSeries } from "../series/value-series.ts";
import type { Scope } from "../transactions/scope.ts";
import { dailyValuation } from "../valuation/daily-valuation.ts";
import { checkedSettings } from "./checked-settings.ts";
import type { HealthSettings } from "./health-settings.ts";

/** What the rules look at. Parts whose value is not known are not among `parts`: the issues name them. */
export interface PortfolioFacts {
  readonly baseCurrency: CurrencyCode;
  readonly parts: readonly ValuedPart[];
  readonly total: Decimal;
  readonly issues: readonly Issue[];
  /** Charges of the last 365 days, in the base currency; undefined when a rate is missing. */
  readonly charges: Decimal | undefined;
  /** Of the days of those 365 with a value; undefined when there is none. */
  readonly averageValue: number | undefined;
  readonly settings: HealthSettings;
  readonly monthlyExpenses: Decimal | undefined;
  readonly on: PlainDate;
}

/** A question about the health of a scope on a date. */
export interface HealthQuestion extends Pick<IssuesQuestion, "instruments" | "priceOrigins"> {
  readonly on: PlainDate;
  readonly scope?: Scope;
  readonly settings: HealthSettings;
}

const daysPerYear = 365;

/**
 * Gathers what the rules look at. Cost: O(transactions + days of a year on which something is held).
 *
 * @throws {PortfolioError} `invalid-date`, `invalid-decimal`: the date or the monthly expenses are none;
 *   `argument-out-of-range`: a limit is not 0 or more
 */
export function portfolioFacts(ledger: Ledger, prices: Prices, question: HealthQuestion): PortfolioFacts {
  const { on, scope = {}, settings: given, ...labels } = question;
  const settings = checkedSettings(given);
  const after = addDays(on, -daysPerYear);
  const parts = valuedParts(ledger, prices, { ...scope, on }).filter((part) => "marketValue" in part);
  return {
    baseCurrency: ledger.baseCurrency,
    parts,
    total: parts.reduce((sum, { marketValue }) => sum.plus(marketValue), new Decimal(0)),
    issues: issuesOf(ledger, prices, { ...labels, from: on, to: on, scope }),
    charges: bookedSum(ledger, "fees", { ...scope, after, on }).base,
    averageValue: averageValueOf(ledger, prices, { ...scope, from: addDays(after, 1), to: on }),
    settings,
    monthlyExpenses: settings.monthlyExpenses === undefined ? undefined : decimal(settings.monthlyExpenses),
    on,
  };
}

function averageValueOf(
  ledger: Ledger,
  prices: Prices,
  range: Scope & { from: PlainDate; to: PlainDate },
): number | undefined {
  const known = valueSeries(dailyValuation(ledger, prices, range), []).values.filter((value) => value > 0);
  return known.length === 0 ? undefined : mean(known);
}
