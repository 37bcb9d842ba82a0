import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import type { LineSeries } from "../series/line-series.ts";
import type { ValueSeries } from "../series/value-series.ts";
import { compensatedSum } from "../series/compensated-sum.ts";
import { dailyReturns } from "./daily-returns.ts";
import { cumulativeReturns } from "./link-returns.ts";
import { capitalAtWork, linkingFactors } from "./linking-factors.ts";
import { timeWeightedReturn } from "./time-weighted-return.ts";

/**
 * What one line added to the return of its scope, and from what: `contribution` = `price` + `income` + `currency` -
 * `charges` - `taxes`. Fractions of the scope's capital, so 0.02 is two points of its return.
 */
export interface Contribution {
  /** Undefined for the cash. */
  readonly instrument: string | undefined;
  readonly contribution: number;
  readonly price: number;
  readonly income: number;
  readonly currency: number;
  /** Positive for charges paid. */
  readonly charges: number;
  /** Positive for taxes paid. */
  readonly taxes: number;
}

/** The return of a scope and what its lines added to it. */
export interface Contributions {
  /** The time-weighted return: the sum of all contributions. */
  readonly totalReturn: number;
  /** The return with the charges of each day added back on it. */
  readonly returnBeforeCharges: number;
  /** The largest first. */
  readonly lines: readonly Contribution[];
}

/**
 * Contribution of each holding to the time-weighted return of a scope, linked over days by the scope's growth so that the
 * parts add up to the total.
 *
 * Use it to see where a return came from; for the return of a holding by itself measure its own scope.
 *
 * Units: fractions over the whole series, not annualized. Shape: `lines` of the same scope and days as `scope`.
 * Undefined: as {@link timeWeightedReturn} of the scope.
 * Cost: O(lines x days).
 *
 * @see docs/methods/contribution.md
 * @example
 * const ledger = replayLedger({
 *   columns: packTransactions([
 *     { id: "deposit", account: "broker", kind: "deposit", tradeDate: "2026-01-02", currency: "EUR", grossAmount: "1000" },
 *     { id: "first", account: "broker", kind: "buy", tradeDate: "2026-01-05", currency: "EUR", instrument: "bakery", quantity: "10", unitPrice: "50" },
 *     { id: "second", account: "broker", kind: "buy", tradeDate: "2026-01-05", currency: "EUR", instrument: "mill", quantity: "5", unitPrice: "100" },
 *   ]),
 *   instrumentCurrencies: new Map([["bakery", "EUR"], ["mill", "EUR"]]),
 *   baseCurrency: "EUR",
 *   rates: rateTable([]),
 * });
 * const prices = new Map([
 *   ["bakery", priceHistory([["2026-01-05", "50"], ["2026-01-06", "60"]])],
 *   ["mill", priceHistory([["2026-01-05", "100"], ["2026-01-06", "95"]])],
 * ]);
 * const range = { from: "2026-01-02", to: "2026-01-06" };
 * const series = valueSeries(dailyValuation(ledger, prices, range), externalFlows(ledger, prices));
 * const { value } = contributions(series, lineSeries(ledger, prices, range));
 * value?.totalReturn; // => 0.075
 * value?.lines.map(({ instrument, contribution }) => `${instrument ?? "cash"} ${contribution}`);
 * // => ["bakery 0.1", "cash 0", "mill -0.025"]
 */
export function contributions(scope: ValueSeries, lines: Iterable<LineSeries>): Measured<Contributions> {
  const total = timeWeightedReturn(scope);
  if (total.value === undefined) return total;
  const factors = linkingFactors(scope);
  const charges = new Float64Array(factors.length);
  const linked: Contribution[] = [];
  for (const line of lines) {
    linked.push(contributionOf(line, factors));
    for (let d = 0; d < charges.length; d++) charges[d] = charges[d]! + line.charges[d]!;
  }
  if (linked.some(({ contribution }) => Number.isNaN(contribution))) return unmeasured("missing-price");
  return measured({
    totalReturn: total.value,
    returnBeforeCharges: returnWith(charges, scope),
    lines: linked.sort((a, b) => b.contribution - a.contribution),
  });
}

function contributionOf(line: LineSeries, factors: Float64Array): Contribution {
  const linked = (amounts: Float64Array): number => compensatedSum(amounts.map((amount, d) => amount * factors[d]!));
  return {
    instrument: line.instrument,
    contribution: linked(line.gains),
    price: linked(line.prices),
    income: linked(line.income),
    currency: linked(line.currency),
    charges: linked(line.charges),
    taxes: linked(line.taxes),
  };
}

/** The linked return of a scope that gained some more on each day. */
function returnWith(more: Float64Array, scope: ValueSeries): number {
  const atWork = capitalAtWork(scope);
  const returns = dailyReturns(scope).map((value, d) => (atWork[d] === 0 ? value : value + more[d]! / atWork[d]!));
  return cumulativeReturns(returns).at(-1)!;
}
