import type { Measured } from "../outcome/measured.ts";
import { annualizedReturn } from "../returns/annualize.ts";
import { averageDrawdown, averageDrawdownDays } from "../risk/average-drawdown.ts";
import { calmarRatio } from "../risk/calmar-ratio.ts";
import { consecutiveLosses, consecutiveWins } from "../risk/consecutive-wins.ts";
import { type DatedDrawdownEpisode, datedDrawdownEpisodes } from "../risk/dated-drawdown-episode.ts";
import { downsideDeviation } from "../risk/downside-deviation.ts";
import { drawdownEpisodes } from "../risk/drawdown-episodes.ts";
import { excessKurtosis } from "../risk/excess-kurtosis.ts";
import { expectedShortfall } from "../risk/expected-shortfall.ts";
import { gainToPainRatio } from "../risk/gain-to-pain-ratio.ts";
import { kellyFraction } from "../risk/kelly-fraction.ts";
import { omegaRatio } from "../risk/omega-ratio.ts";
import { payoffRatio } from "../risk/payoff-ratio.ts";
import { probabilisticSharpeRatio } from "../risk/probabilistic-sharpe-ratio.ts";
import { profitFactor } from "../risk/profit-factor.ts";
import { recoveryFactor } from "../risk/recovery-factor.ts";
import { excessOverRiskFree } from "../risk/risk-free.ts";
import { semiDeviation } from "../risk/semi-deviation.ts";
import { skewness } from "../risk/skewness.ts";
import { sortinoRatio } from "../risk/sortino-ratio.ts";
import { stability } from "../risk/stability.ts";
import { tailRatio } from "../risk/tail-ratio.ts";
import { ulcerIndex } from "../risk/ulcer-index.ts";
import { ulcerPerformanceIndex } from "../risk/ulcer-performance-index.ts";
import { valueAtRisk } from "../risk/value-at-risk.ts";
import { winRate } from "../risk/win-rate.ts";
import type { MeasuredRange } from "../snapshot/measured-range.ts";
import { datesAfter } from "./dates-after.ts";
import type { ReportQuestion } from "./report-question.ts";

/** Names of the measures of risk that are one number; what each is, and when it is undefined, is said where it is defined. */
export type RiskFigure =
  | "annualizedReturn"
  | "averageDrawdown"
  | "averageDrawdownDays"
  | "calmarRatio"
  | "consecutiveLosses"
  | "consecutiveWins"
  | "downsideDeviation"
  | "excessKurtosis"
  | "expectedShortfall"
  | "gainToPainRatio"
  | "kellyFraction"
  | "normalExpectedShortfall"
  | "normalValueAtRisk"
  | "omegaRatio"
  | "payoffRatio"
  | "probabilisticSharpeRatio"
  | "profitFactor"
  | "recoveryFactor"
  | "semiDeviation"
  | "skewness"
  | "sortinoRatio"
  | "stability"
  | "tailRatio"
  | "ulcerIndex"
  | "ulcerPerformanceIndex"
  | "valueAtRisk"
  | "winRate";

/** Risk of a range: every figure, and the deepest falls with their dates. */
export interface RiskFigures {
  readonly figures: Readonly<Record<RiskFigure, Measured>>;
  /** The deepest first; none while a return of the range is not known. */
  readonly episodes: readonly DatedDrawdownEpisode[];
}

/** Measures risk: statistics of the returns of trading days, falls of the daily index. */
export function riskFigures(range: MeasuredRange, question: ReportQuestion): RiskFigures {
  const all = drawdownEpisodes(range.returns, Infinity);
  const calendar = { startDate: question.from, dates: datesAfter(question.from, range.returns.length) };
  const episodes = datedDrawdownEpisodes(all.value ?? [], calendar);
  const ofEpisodes = (average: Measured): Measured => (all.value === undefined ? all : average);
  return {
    figures: {
      ...yearlyFigures(range, question),
      ...fallFigures(range.returns),
      ...seriesFigures(range.tradingReturns, question.tailCutoff),
      averageDrawdown: ofEpisodes(averageDrawdown(episodes)),
      averageDrawdownDays: ofEpisodes(averageDrawdownDays(episodes)),
    },
    episodes: episodes.slice(0, question.episodes),
  };
}

type YearlyFigure =
  | "annualizedReturn"
  | "calmarRatio"
  | "downsideDeviation"
  | "omegaRatio"
  | "probabilisticSharpeRatio"
  | "semiDeviation"
  | "sortinoRatio"
  | "ulcerPerformanceIndex";

/** Those that need the periods of a year: to restate a figure, or to bring an annual rate down to a period. */
function yearlyFigures(
  { tradingReturns, periodsPerYear }: MeasuredRange,
  { riskFreeRate, requiredReturn }: ReportQuestion,
): Readonly<Record<YearlyFigure, Measured>> {
  const free = { riskFreeRate };
  const measure = (of: (perYear: number) => Measured): Measured =>
    periodsPerYear.value === undefined ? periodsPerYear : of(periodsPerYear.value);
  const required = (perYear: number): number => (1 + requiredReturn) ** (1 / perYear) - 1;
  return {
    annualizedReturn: measure((a) => annualizedReturn(tradingReturns, a)),
    calmarRatio: measure((a) => calmarRatio(tradingReturns, a)),
    downsideDeviation: measure((a) => downsideDeviation(tradingReturns, required(a), a)),
    omegaRatio: measure((a) => omegaRatio(tradingReturns, required(a))),
    probabilisticSharpeRatio: measure((a) => probabilisticSharpeRatio(excessOverRiskFree(tradingReturns, free, a), 0)),
    semiDeviation: measure((a) => semiDeviation(tradingReturns, a)),
    sortinoRatio: measure((a) => sortinoRatio(tradingReturns, required(a), a)),
    ulcerPerformanceIndex: measure((a) => ulcerPerformanceIndex(tradingReturns, free, a)),
  };
}

function fallFigures(returns: Float64Array): Readonly<Record<"ulcerIndex" | "recoveryFactor", Measured>> {
  return { ulcerIndex: ulcerIndex(returns), recoveryFactor: recoveryFactor(returns) };
}

type SeriesFigure = Exclude<
  RiskFigure,
  YearlyFigure | "ulcerIndex" | "recoveryFactor" | "averageDrawdown" | "averageDrawdownDays"
>;

function seriesFigures(returns: Float64Array, cutoff: number): Readonly<Record<SeriesFigure, Measured>> {
  return {
    consecutiveLosses: consecutiveLosses(returns),
    consecutiveWins: consecutiveWins(returns),
    excessKurtosis: excessKurtosis(returns, "sample"),
    expectedShortfall: expectedShortfall(returns, cutoff, "historical"),
    gainToPainRatio: gainToPainRatio(returns),
    kellyFraction: kellyFraction(returns),
    normalExpectedShortfall: expectedShortfall(returns, cutoff, "normal"),
    normalValueAtRisk: valueAtRisk(returns, cutoff, "normal"),
    payoffRatio: payoffRatio(returns),
    profitFactor: profitFactor(returns),
    skewness: skewness(returns, "sample"),
    stability: stability(returns),
    tailRatio: tailRatio(returns),
    valueAtRisk: valueAtRisk(returns, cutoff, "historical"),
    winRate: winRate(returns),
  };
}
