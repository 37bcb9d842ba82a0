import {
  annualizedReturn,
  calmarRatio,
  type CalendarUnit,
  cumulativeMaxDrawdown,
  cumulativeReturn,
  cumulativeReturns,
  currentDrawdownOfPrices,
  downsideDeviation,
  drawdownEpisodes,
  drawdownSeries,
  cumulativeDrawdownSeries,
  excessKurtosis,
  expectedShortfall,
  gainToPainRatio,
  highWaterMark,
  kellyFraction,
  logReturns,
  maxDrawdown,
  type MomentEstimator,
  omegaRatio,
  payoffRatio,
  periodReturns,
  profitFactor,
  recoveryFactor,
  type ReturnKind,
  semiDeviation,
  sharpeRatio,
  simpleReturns,
  skewness,
  sortinoRatio,
  stability,
  type TailKind,
  tailRatio,
  ulcerIndex,
  valueAtRisk,
  volatility,
  winRate,
} from "@portfolio/core/measures";
import type { Answer } from "./case-format.ts";
import { list, type MetricFigure, type MetricQuestion, ratio } from "./metric-figure.ts";

const returnsOf = ({ args, series }: MetricQuestion): Float64Array => series(args["returns"]);
const pricesOf = ({ args, series }: MetricQuestion): Float64Array => series(args["prices"]);
const perYear = ({ args }: MetricQuestion): number => Number(args["periodsPerYear"]);
const required = ({ args, numberOrSeries }: MetricQuestion): number | Float64Array =>
  numberOrSeries(args["requiredReturnPerPeriod"]);
const estimator = ({ args }: MetricQuestion): MomentEstimator => args["estimator"] as MomentEstimator;
const cutoff = ({ args }: MetricQuestion): number => Number(args["cutoff"]);
const tailKind = ({ args }: MetricQuestion): TailKind => (args["kind"] ?? "historical") as TailKind;

/** The figures of FORMAT section 5 that look at one series of returns or prices. */
export const metricFigures: Readonly<Record<string, MetricFigure>> = {
  simpleReturns: (question) => list(simpleReturns(pricesOf(question))),
  logReturns: (question) => list(logReturns(pricesOf(question))),
  cumulativeReturn: (question) => ratio(cumulativeReturn(returnsOf(question))),
  cumulativeReturns: (question) => list(cumulativeReturns(returnsOf(question))),
  periodReturns: linkedByPeriod,
  annualizedReturn: (question) => ratio(annualizedReturn(returnsOf(question), perYear(question))),
  volatility: (question) => {
    const returnKind = (question.args["returnKind"] ?? "simple") as ReturnKind;
    return ratio(volatility(returnsOf(question), perYear(question), returnKind));
  },
  downsideDeviation: (question) => ratio(downsideDeviation(returnsOf(question), required(question), perYear(question))),
  semiDeviation: (question) => ratio(semiDeviation(returnsOf(question), perYear(question))),
  maxDrawdown: ({ args, series }) =>
    ratio(
      args["cumulativeReturns"] === undefined
        ? maxDrawdown(series(args["returns"]))
        : cumulativeMaxDrawdown(series(args["cumulativeReturns"])),
    ),
  drawdownSeries: ({ args, series }) =>
    list(
      args["cumulativeReturns"] === undefined
        ? drawdownSeries(series(args["returns"]))
        : cumulativeDrawdownSeries(series(args["cumulativeReturns"])),
    ),
  drawdownEpisodes: episodes,
  highWaterMark: (question) => ratio(highWaterMark(pricesOf(question))),
  currentDrawdown: (question) => ratio(currentDrawdownOfPrices(pricesOf(question))),
  ulcerIndex: (question) => ratio(ulcerIndex(returnsOf(question))),
  sharpeRatio: (question) => {
    const riskFreePerPeriod = question.numberOrSeries(question.args["riskFreePerPeriod"]);
    return ratio(sharpeRatio(returnsOf(question), { riskFreePerPeriod }, perYear(question)));
  },
  sortinoRatio: (question) => ratio(sortinoRatio(returnsOf(question), required(question), perYear(question))),
  calmarRatio: (question) => ratio(calmarRatio(returnsOf(question), perYear(question))),
  omegaRatio: (question) =>
    ratio(omegaRatio(returnsOf(question), question.numberOrSeries(question.args["thresholdPerPeriod"]))),
  gainToPainRatio: (question) => ratio(gainToPainRatio(returnsOf(question))),
  recoveryFactor: (question) => ratio(recoveryFactor(returnsOf(question))),
  valueAtRisk: (question) => ratio(valueAtRisk(returnsOf(question), cutoff(question), tailKind(question))),
  expectedShortfall: (question) => ratio(expectedShortfall(returnsOf(question), cutoff(question), tailKind(question))),
  tailRatio: (question) => ratio(tailRatio(returnsOf(question))),
  skewness: (question) => ratio(skewness(returnsOf(question), estimator(question))),
  excessKurtosis: (question) => ratio(excessKurtosis(returnsOf(question), estimator(question))),
  stability: (question) => ratio(stability(returnsOf(question))),
  winRate: (question) => ratio(winRate(returnsOf(question))),
  payoffRatio: (question) => ratio(payoffRatio(returnsOf(question))),
  profitFactor: (question) => ratio(profitFactor(returnsOf(question))),
  kellyFraction: (question) => ratio(kellyFraction(returnsOf(question))),
};

function linkedByPeriod(question: MetricQuestion): Answer {
  const { args, dates } = question;
  const linked = periodReturns(returnsOf(question), dates(args["returns"]), args["period"] as CalendarUnit);
  return list(Float64Array.from(linked, ({ linkedReturn }) => linkedReturn.value ?? Number.NaN));
}

function episodes(question: MetricQuestion): Answer {
  const found = drawdownEpisodes(returnsOf(question), Number(question.args["top"]));
  if (found.value === undefined) return { kind: "undefined", reason: found.reason };
  return { kind: "value", value: found.value.map((episode) => ({ ...episode, recovery: episode.recovery ?? null })) };
}
