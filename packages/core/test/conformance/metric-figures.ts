import {
  annualizedReturn,
  cumulativeReturns,
  drawdownSeries,
  maxDrawdown,
  sharpeRatio,
  volatility,
} from "@portfolio/core/measures";
import { list, type MetricFigure, type MetricQuestion, ratio } from "./metric-figure.ts";

const returnsOf = ({ args, series }: MetricQuestion): Float64Array => series(args["returns"]);
const perYear = ({ args }: MetricQuestion): number => Number(args["periodsPerYear"]);

/** The figures of FORMAT section 5 that look at one series of returns or prices. */
export const metricFigures: Readonly<Record<string, MetricFigure>> = {
  volatility: (question) =>
    question.args["returnKind"] === "log"
      ? ratio(volatility(returnsOf(question).map(Math.log1p), perYear(question)))
      : ratio(volatility(returnsOf(question), perYear(question))),
  sharpeRatio: (question) => {
    const riskFreePerPeriod = question.numberOrSeries(question.args["riskFreePerPeriod"]);
    return ratio(sharpeRatio(returnsOf(question), { riskFreePerPeriod }, perYear(question)));
  },
  maxDrawdown: (question) =>
    question.args["returns"] === undefined
      ? { kind: "skipped", reason: "from running returns" }
      : ratio(maxDrawdown(returnsOf(question))),
  drawdownSeries: (question) => list(drawdownSeries(returnsOf(question))),
  annualizedReturn: (question) => ratio(annualizedReturn(returnsOf(question), perYear(question))),
  cumulativeReturns: (question) => list(cumulativeReturns(returnsOf(question))),
  cumulativeReturn: (question) => {
    const linked = cumulativeReturns(returnsOf(question));
    return linked.length === 0
      ? { kind: "undefined", reason: "too-few-observations" }
      : { kind: "value", value: String(linked.at(-1)) };
  },
};
