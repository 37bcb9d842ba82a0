import { activeReturn } from "../benchmark/active-return.ts";
import { alpha } from "../benchmark/alpha.ts";
import { battingAverage } from "../benchmark/batting-average.ts";
import { beta } from "../benchmark/beta.ts";
import { captureRatio } from "../benchmark/capture-ratio.ts";
import { correlation } from "../benchmark/correlation.ts";
import { downAlpha } from "../benchmark/down-alpha.ts";
import { downBeta } from "../benchmark/down-beta.ts";
import { downCapture } from "../benchmark/down-capture.ts";
import { informationRatio } from "../benchmark/information-ratio.ts";
import { type PublicMarketEquivalent, publicMarketEquivalent } from "../benchmark/public-market-equivalent.ts";
import { rSquared } from "../benchmark/r-squared.ts";
import { trackingError } from "../benchmark/tracking-error.ts";
import { treynorRatio } from "../benchmark/treynor-ratio.ts";
import { upAlpha } from "../benchmark/up-alpha.ts";
import { upBeta } from "../benchmark/up-beta.ts";
import { upCapture } from "../benchmark/up-capture.ts";
import { upDownCapture } from "../benchmark/up-down-capture.ts";
import { fromEpochDay, type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { cumulativeReturn } from "../returns/cumulative-return.ts";
import { riskFreeReturns } from "../risk/risk-free.ts";
import { type AlignedSeries, alignSeries } from "../series/align-series.ts";
import type { MeasuredRange } from "../snapshot/measured-range.ts";
import { type BenchmarkSeries, benchmarkSeries } from "./benchmark-series.ts";
import type { ReportQuestion } from "./report-question.ts";
import { valuedPeriod } from "./return-figures.ts";

/** Names of the measures against a benchmark that are one number. */
export type ComparisonFigure =
  | "activeReturn"
  | "alpha"
  | "battingAverage"
  | "beta"
  | "captureRatio"
  | "correlation"
  | "downAlpha"
  | "downBeta"
  | "downCapture"
  | "informationRatio"
  | "rSquared"
  | "trackingError"
  | "treynorRatio"
  | "upAlpha"
  | "upBeta"
  | "upCapture"
  | "upDownCapture";

/** A range beside a benchmark. */
export interface Comparison {
  readonly name: string;
  /** The first close that both have; the range's own `from` unless the benchmark is younger. */
  readonly from: PlainDate;
  readonly benchmarkReturn: Measured;
  /** Of the scope from that day on, over the same stretches. */
  readonly scopeReturn: Measured;
  /** Of returns between closes that both have. */
  readonly figures: Readonly<Record<ComparisonFigure, Measured>>;
  /** What the range's flows would have come to; undefined figures where the benchmark is younger than the range. */
  readonly publicMarketEquivalent: PublicMarketEquivalent;
  /** How many returns the figures are made of, and how many of them are in a year. */
  readonly observationCount: number;
  readonly periodsPerYear: Measured;
}

/** Compares a range with the benchmark of a question; undefined without one, or when it has no close in common. */
export function comparison(range: MeasuredRange, question: ReportQuestion): Comparison | undefined {
  const { benchmark, from } = question;
  const index = benchmark && benchmarkSeries(benchmark, question);
  if (benchmark === undefined || index === undefined) return undefined;
  const days = range.tradingDates.map(toEpochDay);
  const scope = { from: toEpochDay(from), days, returns: range.tradingReturns };
  const aligned = alignSeries(scope, index.returns);
  if (aligned === undefined) return undefined;
  const periodsPerYear = periodsPerYearOf(aligned, question);
  return {
    name: benchmark.name,
    from: fromEpochDay(aligned.from),
    benchmarkReturn: cumulativeReturn(aligned.benchmark),
    scopeReturn: cumulativeReturn(aligned.returns),
    figures: figuresOf(aligned, periodsPerYear, question.riskFreeRate),
    publicMarketEquivalent: equivalentOf(range, index, from),
    observationCount: aligned.days.length,
    periodsPerYear,
  };
}

const fewestObservations = 12;

/** The A of the common closes: given, or counted in the same way as that of trading days. */
function periodsPerYearOf({ from, days }: AlignedSeries, { periodsPerYear }: ReportQuestion): Measured {
  if (periodsPerYear !== "observed") return measured(periodsPerYear);
  if (days.length < fewestObservations) return unmeasured("too-few-observations");
  return measured((days.length * 365) / (days.at(-1)! - from));
}

function figuresOf(
  { returns, benchmark }: AlignedSeries,
  periodsPerYear: Measured,
  riskFreeRate: number,
): Readonly<Record<ComparisonFigure, Measured>> {
  const free = { riskFreeRate };
  const measure = (of: (perYear: number) => Measured): Measured =>
    periodsPerYear.value === undefined ? periodsPerYear : of(periodsPerYear.value);
  const perPeriod = (a: number): { riskFreePerPeriod: number | ArrayLike<number> } => ({
    riskFreePerPeriod: riskFreeReturns(free, a),
  });
  return {
    activeReturn: activeReturn(returns, benchmark),
    alpha: measure((a) => alpha(returns, benchmark, free, a)),
    battingAverage: battingAverage(returns, benchmark, "all"),
    beta: measure((a) => beta(returns, benchmark, perPeriod(a))),
    captureRatio: measure((a) => captureRatio(returns, benchmark, a)),
    correlation: correlation(returns, benchmark),
    downAlpha: measure((a) => downAlpha(returns, benchmark, free, a)),
    downBeta: measure((a) => downBeta(returns, benchmark, perPeriod(a))),
    downCapture: measure((a) => downCapture(returns, benchmark, a)),
    informationRatio: measure((a) => informationRatio(returns, benchmark, a)),
    rSquared: rSquared(returns, benchmark),
    trackingError: measure((a) => trackingError(returns, benchmark, a)),
    treynorRatio: measure((a) => treynorRatio(returns, benchmark, free, a)),
    upAlpha: measure((a) => upAlpha(returns, benchmark, free, a)),
    upBeta: measure((a) => upBeta(returns, benchmark, perPeriod(a))),
    upCapture: measure((a) => upCapture(returns, benchmark, a)),
    upDownCapture: measure((a) => upDownCapture(returns, benchmark, a)),
  };
}

function equivalentOf(range: MeasuredRange, index: BenchmarkSeries, from: PlainDate): PublicMarketEquivalent {
  const period = valuedPeriod(range, from);
  if (period.value === undefined) {
    return { endValue: period, moneyWeightedReturn: { rate: period, roots: [], isUnique: false }, ratio: period };
  }
  const days = Int32Array.from(index.levels, (_, d) => index.firstDay + d);
  return publicMarketEquivalent(period.value, { days, values: index.levels });
}
