import { fromEpochDay, type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import type { CashFlow } from "../cash-flows/cash-flow.ts";
import { scopeFlows } from "../cash-flows/scope-flows.ts";
import { type Measured, measured } from "../outcome/measured.ts";
import { dailyReturns } from "../returns/daily-returns.ts";
import { linkToTradingDays } from "../returns/link-to-trading-days.ts";
import { observedPeriodsPerYear } from "../risk/observed-periods-per-year.ts";
import { type ValueSeries, valueSeries } from "../series/value-series.ts";
import { dailyValuation } from "../valuation/daily-valuation.ts";
import { tradingDays } from "../valuation/trading-days.ts";
import type { PerformanceQuestion } from "./performance-question.ts";

/** A scope over a range as the series that its figures are made of. */
export interface MeasuredRange {
  /** Since the ledger began. */
  readonly allFlows: readonly CashFlow[];
  /** After `from`, up to `to`. */
  readonly flows: readonly CashFlow[];
  readonly series: ValueSeries;
  /** Of each calendar day after the first. */
  readonly returns: Float64Array;
  /** For each calendar day after the first: 1 on a trading day. */
  readonly isTrading: Uint8Array;
  /** Of each trading day; days between are linked into the next one. */
  readonly tradingReturns: Float64Array;
  readonly tradingDates: readonly PlainDate[];
  /** The A of the trading returns: given, or counted. */
  readonly periodsPerYear: Measured;
}

/** Values a scope over a range and measures its returns. Cost: O(transactions + days on which something is held). */
export function measuredRange(question: PerformanceQuestion): MeasuredRange {
  const { ledger, prices, from, to, scope = {} } = question;
  const [firstDay, lastDay] = [toEpochDay(from), toEpochDay(to)];
  const allFlows = scopeFlows(ledger, prices, scope);
  const flows = allFlows.filter(({ day }) => day > firstDay && day <= lastDay);
  const valuation = question.valued?.valuation ?? dailyValuation(ledger, prices, { ...scope, from, to });
  const series = valueSeries(valuation, flows);
  const returns = dailyReturns(series);
  const isTrading = tradingDays(ledger, prices, { ...scope, from, to }).subarray(1);
  return {
    allFlows,
    flows,
    series,
    returns,
    isTrading,
    tradingReturns: linkToTradingDays(returns, isTrading),
    tradingDates: datesOf(isTrading, firstDay + 1),
    periodsPerYear:
      question.periodsPerYear === "observed"
        ? observedPeriodsPerYear({ returns, isTrading, isAtWork: daysAtWork(series) })
        : measured(question.periodsPerYear),
  };
}

function datesOf(isTrading: Uint8Array, firstDay: number): PlainDate[] {
  const dates: PlainDate[] = [];
  for (let d = 0; d < isTrading.length; d++) if (isTrading[d] === 1) dates.push(fromEpochDay(firstDay + d));
  return dates;
}

/** For each day after the first: 1 when money was at work on it, or may have been. */
function daysAtWork({ values, inflows }: ValueSeries): Uint8Array {
  return Uint8Array.from({ length: Math.max(values.length - 1, 0) }, (_, d) =>
    values[d] === 0 && inflows[d + 1] === 0 ? 0 : 1,
  );
}
