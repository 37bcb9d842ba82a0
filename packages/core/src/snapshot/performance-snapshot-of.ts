import { addDays, type EpochDay, fromEpochDay, type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import type { CashFlow, Prices } from "../cash-flows/cash-flow.ts";
import { externalFlows } from "../cash-flows/external-flows.ts";
import { bookedSum } from "../holdings/booked-sum.ts";
import type { Instrument, InstrumentId } from "../instrument/instrument.ts";
import { issuesOf } from "../issues/issues-of.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { annualizeByDays } from "../returns/annualize.ts";
import { dailyReturns } from "../returns/daily-returns.ts";
import { linkToTradingDays } from "../returns/link-to-trading-days.ts";
import { moneyWeightedReturn, rateOverPeriod } from "../returns/money-weighted-return.ts";
import { timeWeightedReturn } from "../returns/time-weighted-return.ts";
import { currentDrawdown, deepestDrawdown, maxDrawdown } from "../risk/drawdown.ts";
import { observedPeriodsPerYear } from "../risk/observed-periods-per-year.ts";
import { sharpeRatio } from "../risk/sharpe-ratio.ts";
import { volatility } from "../risk/volatility.ts";
import { type ValueSeries, valueSeries } from "../series/value-series.ts";
import type { AccountId } from "../transactions/account.ts";
import { rowAt } from "../transactions/row-order.ts";
import { type TransactionKind, transactionKinds } from "../transactions/transaction-kind.ts";
import { dailyValuation } from "../valuation/daily-valuation.ts";
import { tradingDays } from "../valuation/trading-days.ts";
import { totalValueOn } from "../valuation/value-on.ts";
import type { ValuedDays } from "../valuation/valued-days.ts";
import type { PerformanceEvent, PerformanceSnapshot } from "./performance-snapshot.ts";
import { incompletePerformance } from "./incomplete-performance.ts";
import { rangeAmounts } from "./range-amounts.ts";

/** What a performance snapshot is made of. Dates and rates are arguments: core has no clock and no default rate. */
export interface PerformanceQuestion {
  readonly ledger: Ledger;
  readonly prices: Prices;
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly startsAtInception: boolean;
  readonly accounts?: readonly AccountId[];
  /** The daily valuation of the scope and range, when it is there already. */
  readonly valued?: Pick<ValuedDays, "valuation">;
  /** Periods in a year for volatility and Sharpe ratio; "observed" counts the trading days of the range itself. */
  readonly periodsPerYear: number | "observed";
  /** Annual, as a fraction. */
  readonly riskFreeRate: number;
  readonly revision: number;
}

const shownEvents = new Set(["buy", "sell", "dividend", "deposit", "withdrawal", "split"]);
const daysPerYear = 365;

/**
 * Measures a scope over a range: the daily series, and the figures of the range from them.
 *
 * Units: base currency; returns, drawdowns and volatility are fractions.
 * Undefined: a figure without a value says why; a day without one is NaN.
 *
 * @throws {PortfolioError} `argument-out-of-range`: `periodsPerYear` is not above 0, or `riskFreeRate` not above -1
 */
export function performanceSnapshotOf(question: PerformanceQuestion): PerformanceSnapshot {
  const { ledger, prices, from, to } = question;
  const scope = question.accounts === undefined ? {} : { accounts: question.accounts };
  const firstDay = toEpochDay(from);
  const lastDay = toEpochDay(to);
  const allFlows = externalFlows(ledger, prices, scope);
  const flows = allFlows.filter(({ day }) => day > firstDay && day <= lastDay);
  const valuation = question.valued?.valuation ?? dailyValuation(ledger, prices, { ...scope, from, to });
  const series = valueSeries(valuation, flows);
  const returns = dailyReturns(series);
  const isTrading = tradingDays(ledger, prices, { ...scope, from, to }).subarray(1);
  const tradingReturns = linkToTradingDays(returns, isTrading);
  const start = totalValueOn(ledger, prices, from, scope);
  const end = totalValueOn(ledger, prices, to, scope);
  const amounts = rangeAmounts(ledger, prices, { start, end }, flows);
  const timeWeighted = because(amounts.gain, timeWeightedReturn(series));
  const moneyWeighted = moneyWeightedOf(amounts.gain, series, flows, firstDay, lastDay);
  const periodsPerYear =
    question.periodsPerYear === "observed"
      ? observedPeriodsPerYear({ returns, isTrading, isAtWork: daysAtWork(series) })
      : measured(question.periodsPerYear);
  const deepest = returns.some(Number.isNaN) ? undefined : deepestDrawdown(returns);
  const income = bookedSum(ledger, "income", { ...scope, after: from, on: to });
  // How old the last close may be is a matter of what is held today.
  const asked = { from, to, scope, instruments: question.instruments, priceOrigins: new Map() };
  const issues = issuesOf(ledger, prices, asked);
  const incomplete = incompletePerformance(ledger, issues);
  return {
    version: 1,
    revision: question.revision,
    baseCurrency: ledger.baseCurrency,
    from,
    to,
    startsAtInception: question.startsAtInception,
    days: Int32Array.from(series.values, (_, d) => firstDay + d),
    values: series.values,
    netContributions: runningContributions(allFlows, firstDay, series.values.length),
    ...amounts,
    income: income.base === undefined ? unmeasured("missing-rate") : measured(income.base.toString()),
    timeWeightedReturn: timeWeighted,
    annualizedTimeWeightedReturn:
      lastDay - firstDay < daysPerYear
        ? unmeasured("too-few-observations")
        : annualizeByDays(timeWeighted, lastDay - firstDay),
    moneyWeightedReturn: moneyWeighted,
    moneyWeightedReturnOfPeriod: rateOverPeriod(moneyWeighted, lastDay - firstDay),
    maxDrawdown: because(amounts.gain, maxDrawdown(returns)),
    ...(deepest === undefined
      ? {}
      : { maxDrawdownPeak: addDays(from, deepest.peak + 1), maxDrawdownTrough: addDays(from, deepest.trough + 1) }),
    currentDrawdown: because(amounts.gain, currentDrawdown(returns)),
    volatility: periodsPerYear.value === undefined ? periodsPerYear : volatility(tradingReturns, periodsPerYear.value),
    sharpeRatio:
      periodsPerYear.value === undefined
        ? periodsPerYear
        : sharpeRatio(tradingReturns, { riskFreeRate: question.riskFreeRate }, periodsPerYear.value),
    periodsPerYear,
    observationCount: tradingReturns.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0),
    riskFreeRate: question.riskFreeRate,
    events: eventsOf(question, firstDay, lastDay),
    ...(incomplete.length === 0 ? {} : { incomplete }),
    issues,
  };
}

/** A series of values only knows that one is missing; where the gain knows that it is for a rate, so are they. */
function because(gain: Measured<string>, measure: Measured): Measured {
  return measure.reason === "missing-price" && gain.reason !== undefined ? unmeasured(gain.reason) : measure;
}

/** For each day after the first: 1 when money was at work on it, or may have been. */
function daysAtWork({ values, inflows }: ValueSeries): Uint8Array {
  return Uint8Array.from({ length: Math.max(values.length - 1, 0) }, (_, d) =>
    values[d] === 0 && inflows[d + 1] === 0 ? 0 : 1,
  );
}

function moneyWeightedOf(
  gain: Measured<string>,
  series: ValueSeries,
  flows: readonly CashFlow[],
  firstDay: EpochDay,
  lastDay: EpochDay,
): Measured {
  if (gain.value === undefined) return gain;
  const investor = flows.map(({ day, amount }) => ({ day, amount: -amount!.toNumber() }));
  return moneyWeightedReturn([
    { day: firstDay, amount: -series.values[0]! },
    ...investor,
    { day: lastDay, amount: series.values.at(-1)! },
  ]).rate;
}

function runningContributions(flows: readonly CashFlow[], firstDay: EpochDay, length: number): Float64Array {
  const sums = new Float64Array(length);
  for (const { day, amount } of flows) {
    const d = Math.max(day - firstDay, 0);
    if (d < length) sums[d]! += amount?.toNumber() ?? Number.NaN;
  }
  for (let d = 1; d < length; d++) sums[d]! += sums[d - 1]!;
  return sums;
}

/** Events by day and kind, so that a day of many trades is one mark. */
function eventsOf(
  { ledger, instruments }: PerformanceQuestion,
  firstDay: EpochDay,
  lastDay: EpochDay,
): PerformanceEvent[] {
  const { columns, rejected } = ledger;
  const labels = new Map<string, Set<string>>();
  for (let position = 0; position < columns.count; position++) {
    const row = rowAt(columns, position);
    const day = columns.day[row]!;
    const kind = transactionKinds[columns.kind[row]!]!;
    if (day <= firstDay || day > lastDay || rejected[row] === 1 || !shownEvents.has(kind)) continue;
    const instrument = instruments.get(columns.instruments[columns.instrument[row]!] ?? "");
    const key = `${day} ${kind}`;
    labels.set(key, (labels.get(key) ?? new Set()).add(instrument?.ticker ?? instrument?.name ?? ""));
  }
  return [...labels].map(([key, names]) => {
    const [day, kind] = key.split(" ") as [string, TransactionKind];
    return { date: fromEpochDay(Number(day)), kind, label: [...names].filter(Boolean).join(", ") };
  });
}
