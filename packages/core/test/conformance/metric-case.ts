import { type Measured } from "@portfolio/core";
import {
  annualizedReturn,
  cumulativeReturns,
  drawdownSeries,
  maxDrawdown,
  type RiskFree,
  sharpeRatio,
  volatility,
} from "@portfolio/core/measures";
import type { Answer, ConformanceCase } from "./case-format.ts";

/** FORMAT section 5. */
export interface MetricCase extends ConformanceCase {
  readonly series: Readonly<Record<string, { values: readonly string[]; dates?: readonly string[] }>>;
}

type Args = Readonly<Record<string, unknown>>;

/** Answers the metrics this library has; the rest are skipped by name. */
export function metricCase(of: MetricCase): (figure: string, args: Args) => Answer {
  const series = (name: unknown): Float64Array => Float64Array.from(of.series[String(name)]?.values ?? [], Number);
  return (figure, args) => {
    const returns = series(args["returns"]);
    const periodsPerYear = Number(args["periodsPerYear"]);
    switch (figure) {
      case "volatility":
        return args["returnKind"] === "log"
          ? ratio(volatility(returns.map(Math.log1p), periodsPerYear))
          : ratio(volatility(returns, periodsPerYear));
      case "sharpeRatio":
        return ratio(sharpeRatio(returns, riskFree(args["riskFreePerPeriod"], series), periodsPerYear));
      case "maxDrawdown":
        return args["returns"] === undefined
          ? { kind: "skipped", reason: "from running returns" }
          : ratio(maxDrawdown(returns));
      case "drawdownSeries":
        return returns.length === 0
          ? { kind: "undefined", reason: "too-few-observations" }
          : list(drawdownSeries(returns));
      case "annualizedReturn":
        return ratio(annualizedReturn(returns, periodsPerYear));
      case "cumulativeReturns":
        return returns.length === 0
          ? { kind: "undefined", reason: "too-few-observations" }
          : list(cumulativeReturns(returns));
      case "cumulativeReturn":
        return returns.length === 0
          ? { kind: "undefined", reason: "too-few-observations" }
          : { kind: "value", value: String(cumulativeReturns(returns).at(-1)) };
      default:
        return { kind: "skipped", reason: "the library does not have this figure yet" };
    }
  };
}

function riskFree(given: unknown, series: (name: unknown) => Float64Array): RiskFree {
  const isNumber =
    typeof given === "number" || (typeof given === "string" && given.trim() !== "" && Number.isFinite(Number(given)));
  return { riskFreePerPeriod: isNumber ? Number(given) : series(given) };
}

function list(values: Float64Array): Answer {
  return { kind: "value", value: [...values].map(String) };
}

function ratio(measure: Measured): Answer {
  return measure.value === undefined
    ? { kind: "undefined", reason: measure.reason }
    : { kind: "value", value: String(measure.value) };
}
