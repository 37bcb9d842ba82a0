import {
  alpha,
  type AlphaAnnualization,
  beta,
  captureRatio,
  correlation,
  downCapture,
  informationRatio,
  rSquared,
  trackingError,
  treynorRatio,
  upCapture,
} from "@portfolio/core/measures";
import { type MetricFigure, type MetricQuestion, ratio } from "./metric-figure.ts";

/** The figures of FORMAT section 5 that compare with a benchmark. */
export const benchmarkFigures: Readonly<Record<string, MetricFigure>> = {
  beta: (question) => ratio(beta(...both(question), perPeriod(question))),
  alpha: (question) =>
    ratio(
      alpha(
        ...both(question),
        perPeriod(question),
        perYear(question),
        question.args["annualization"] as AlphaAnnualization,
      ),
    ),
  correlation: (question) => ratio(correlation(...both(question))),
  rSquared: (question) => ratio(rSquared(...both(question))),
  trackingError: (question) => ratio(trackingError(...both(question), perYear(question))),
  informationRatio: (question) => ratio(informationRatio(...both(question), perYear(question))),
  treynorRatio: (question) => {
    const riskFreeRate = Number(question.args["riskFreeRate"]);
    return ratio(treynorRatio(...both(question), { ...perPeriod(question), riskFreeRate }, perYear(question)));
  },
  captureRatio: (question) => ratio(captureRatio(...both(question), perYear(question))),
  upCapture: (question) => ratio(upCapture(...both(question), perYear(question))),
  downCapture: (question) => ratio(downCapture(...both(question), perYear(question))),
};

function both({ args, series }: MetricQuestion): [returns: Float64Array, benchmark: Float64Array] {
  return [series(args["returns"]), series(args["benchmark"])];
}

function perYear({ args }: MetricQuestion): number {
  return Number(args["periodsPerYear"]);
}

/** Some cases of beta name none: it is 0 there. */
function perPeriod({ args, numberOrSeries }: MetricQuestion): { riskFreePerPeriod: number | Float64Array } {
  return { riskFreePerPeriod: numberOrSeries(args["riskFreePerPeriod"] ?? "0") };
}
