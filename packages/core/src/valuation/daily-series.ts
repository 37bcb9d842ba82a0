import { type EpochDay, type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import type { CashFlow, DeliveryFlowAt, Prices } from "../cash-flows/cash-flow.ts";
import { scopeFlows } from "../cash-flows/scope-flows.ts";
import { bookedInBase } from "../holdings/booked-sum.ts";
import { accountFilter } from "../holdings/holdings-on.ts";
import { bookedLines } from "../ledger/booked-line.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { FixedPoint } from "../numbers/fixed-point.ts";
import { instrumentFilter, isWithoutCash, type Scope } from "../transactions/scope.ts";
import { costChanges } from "./cost-changes.ts";
import type { DailyAmounts } from "./daily-amounts.ts";
import { dailyValuation } from "./daily-valuation.ts";
import { type DatedChange, runningAmounts } from "./running-amounts.ts";

/** The days a series is about, both included, and whose figures it shows. */
export interface DailySeriesQuery {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Everything when left out. */
  readonly scope?: Scope;
  readonly deliveryFlowAt?: DeliveryFlowAt;
}

/**
 * What a scope was on each day, figure by figure; see {@link DailyAmounts} for their shape.
 *
 * `marketValue` is that of instruments, `cash` that of all balances, `totalValue` both; at closes and rates of the day.
 * `cost` is the cost basis of what is held, each acquisition at its own rate; not known while a held unit has no cost or
 * its cost no rate.
 * `netContribution` and `income` are sums since the ledger began, not since `from`: subtract the first day for those of a
 * range. From the first flow or income without a price or rate on, such a sum is not known.
 */
export interface DailySeries {
  readonly marketValue: DailyAmounts;
  readonly cash: DailyAmounts;
  readonly totalValue: DailyAmounts;
  readonly cost: DailyAmounts;
  readonly netContribution: DailyAmounts;
  readonly income: DailyAmounts;
}

/**
 * The daily series of any scope: portfolio, accounts, instruments, or instruments inside accounts.
 *
 * Transfers inside the scope are no flows; an account that joins later brings its value in as one on that day. Series of
 * scopes that share nothing add up to the series of both, digit by digit.
 *
 * Units: base currency. Sign: into the scope is positive, income received is positive.
 * Cost: O(transactions + days on which something is held).
 *
 * @throws {PortfolioError} `invalid-date`: `from` or `to` is no date
 * @see docs/methods/daily-series.md
 * @example
 * const ledger = replayLedger({
 *   columns: packTransactions([
 *     { id: "deposit", account: "broker", kind: "deposit", tradeDate: "2026-01-02", currency: "EUR", grossAmount: "1000" },
 *     { id: "purchase", account: "broker", kind: "buy", tradeDate: "2026-01-05", currency: "EUR", instrument: "bakery", quantity: "10", unitPrice: "50" },
 *   ]),
 *   instrumentCurrencies: new Map([["bakery", "EUR"]]),
 *   baseCurrency: "EUR",
 *   rates: rateTable([]),
 * });
 * const prices = new Map([["bakery", priceHistory([["2026-01-05", "50"], ["2026-01-06", "52.5"]])]]);
 * const series = dailySeries(ledger, prices, { from: "2026-01-02", to: "2026-01-06" });
 * dailyAmountOn(series.marketValue, "2026-01-06")?.toString(); // => "525"
 * dailyAmountOn(series.cost, "2026-01-06")?.toString(); // => "500"
 * dailyAmountOn(series.cash, "2026-01-06")?.toString(); // => "500"
 */
export function dailySeries(
  ledger: Ledger,
  prices: Prices,
  { from, to, scope = {}, deliveryFlowAt }: DailySeriesQuery,
): DailySeries {
  const firstDay = toEpochDay(from);
  const dayCount = Math.max(toEpochDay(to) - firstDay + 1, 0);
  const query = { ...scope, from, to };
  const running = (changes: readonly DatedChange[]): DailyAmounts => runningAmounts(changes, firstDay, dayCount);
  const marketValue = dailyValuation(ledger, prices, { ...query, withoutCash: true });
  const flows = scopeFlows(ledger, prices, { ...scope, ...(deliveryFlowAt === undefined ? {} : { deliveryFlowAt }) });
  return {
    marketValue,
    cash: dailyValuation(ledger, prices, { ...query, withoutInstruments: true }),
    totalValue: isWithoutCash(scope) ? marketValue : dailyValuation(ledger, prices, query),
    cost: running(costChanges(ledger, scope, firstDay)),
    netContribution: running(flows.map(flowChange)),
    income: running(incomeChanges(ledger, scope)),
  };
}

function flowChange({ day, exact }: CashFlow): DatedChange {
  return changeOf(day, exact);
}

function incomeChanges(ledger: Ledger, scope: Scope): DatedChange[] {
  const wanted = accountFilter(ledger, scope);
  const isNamed = instrumentFilter(scope);
  return bookedLines(ledger, ["income"])
    .filter(({ account, instrument }) => wanted(account) && isNamed(instrument))
    .map((line) => changeOf(ledger.columns.day[line.row]!, bookedInBase(ledger, line)));
}

const nothing: FixedPoint = { digits: 0n, scale: 0 };

function changeOf(day: EpochDay, amount: FixedPoint | undefined): DatedChange {
  return { day, change: amount ?? nothing, unknownParts: amount === undefined ? 1 : 0 };
}
