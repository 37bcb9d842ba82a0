import type { CorrelationMatrix } from "../benchmark/correlation-matrix.ts";
import { healthReport } from "../insights/health-report.ts";
import type { Finding } from "../insights/finding.ts";
import type { Measured } from "../outcome/measured.ts";
import { type Contributions, contributions } from "../returns/contribution.ts";
import { lineSeries } from "../series/line-series.ts";
import { type MeasuredRange, measuredRange } from "../snapshot/measured-range.ts";
import type { PerformanceSnapshot } from "../snapshot/performance-snapshot.ts";
import { performanceSnapshotOf } from "../snapshot/performance-snapshot-of.ts";
import { type AllocationFigures, allocationFigures } from "./allocation-figures.ts";
import { checkedQuestion } from "./checked-question.ts";
import { type Comparison, comparison } from "./comparison.ts";
import { type GainLine, gainFigures } from "./gain-figures.ts";
import { holdingCorrelations } from "./holding-correlations.ts";
import { type IncomeFigures, incomeFigures } from "./income-figures.ts";
import type { ReportQuestion } from "./report-question.ts";
import { type ReturnFigures, returnFigures } from "./return-figures.ts";
import { type RiskFigures, riskFigures } from "./risk-figures.ts";
import { type RollingFigures, rollingFigures } from "./rolling-figures.ts";

/**
 * Everything that can be said about a scope over a range, as plain data: money as decimal text in the base currency,
 * ratios as fractions, columns as typed arrays; cloneable, version 1.
 */
export interface PerformanceReport {
  readonly version: 1;
  readonly performance: PerformanceSnapshot;
  readonly returns: ReturnFigures;
  readonly risk: RiskFigures;
  /** Absent without a benchmark, or when it has no close in common with the range. */
  readonly comparison?: Comparison;
  readonly contributions: Measured<Contributions>;
  readonly rolling: RollingFigures;
  /** Of the largest holdings with each other. */
  readonly correlations: CorrelationMatrix;
  readonly gains: readonly GainLine[];
  readonly income: IncomeFigures;
  /** On the last day of the range. */
  readonly allocation: AllocationFigures;
  /** On the last day of the range. */
  readonly health: readonly Finding[];
}

/**
 * The whole report of a scope over a range in one call: returns, risk, comparison with a benchmark, contributions, gains,
 * income, allocation and health.
 *
 * Use it for a report or an analysis page; a screen that shows a few figures asks for those alone.
 *
 * Units: base currency; fractions.
 * Undefined: each figure by itself, with its reason; one that is undefined takes no other with it.
 * Cost: O(transactions + instruments x days of the range).
 *
 * @throws {PortfolioError} `argument-out-of-range`: a rate, cutoff, count or weight cannot be; `invalid-date`,
 *   `invalid-decimal`: a date or an amount of the question is none
 * @see docs/methods/performance-report.md
 */
export function performanceReport(asked: ReportQuestion): PerformanceReport {
  const question = checkedQuestion(asked);
  const { ledger, prices, from, to, scope } = question;
  const range: MeasuredRange = measuredRange(question);
  const compared = comparison(range, question);
  const made = lineSeries(ledger, prices, { from, to, ...(scope === undefined ? {} : { scope }) });
  const { lines, correlations } = holdingCorrelations(made, range, question);
  return {
    version: 1,
    performance: performanceSnapshotOf(question),
    returns: returnFigures(range, from),
    risk: riskFigures(range, question),
    ...(compared === undefined ? {} : { comparison: compared }),
    contributions: contributions(range.series, lines),
    rolling: rollingFigures(range, question),
    correlations: correlations(),
    gains: gainFigures(question),
    income: incomeFigures(question),
    allocation: allocationFigures(question),
    health: healthReport(ledger, prices, healthQuestion(question)),
  };
}

function healthQuestion(question: ReportQuestion): Parameters<typeof healthReport>[2] {
  const { to, scope, health, instruments, priceOrigins } = question;
  return {
    on: to,
    settings: health,
    instruments,
    ...(scope === undefined ? {} : { scope }),
    ...(priceOrigins === undefined ? {} : { priceOrigins }),
  };
}
