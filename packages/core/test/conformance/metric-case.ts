import { benchmarkFigures } from "./benchmark-figures.ts";
import type { Answer, ConformanceCase } from "./case-format.ts";
import type { MetricFigure, MetricQuestion } from "./metric-figure.ts";
import { metricFigures } from "./metric-figures.ts";

/** FORMAT section 5. */
export interface MetricCase extends ConformanceCase {
  readonly series: Readonly<Record<string, { values: readonly string[]; dates?: readonly string[] }>>;
}

const figures: ReadonlyMap<string, MetricFigure> = new Map([
  ...Object.entries(metricFigures),
  ...Object.entries(benchmarkFigures),
]);

/** Answers the metrics this library has; the rest are skipped by name. */
export function metricCase(of: MetricCase): (figure: string, args: MetricQuestion["args"]) => Answer {
  const series = (name: unknown): Float64Array => Float64Array.from(of.series[String(name)]?.values ?? [], Number);
  const dates = (name: unknown): readonly string[] => of.series[String(name)]?.dates ?? [];
  const numberOrSeries = (given: unknown): number | Float64Array => (isNumber(given) ? Number(given) : series(given));
  return (figure, args) =>
    figures.get(figure)?.({ args, series, dates, numberOrSeries }) ?? {
      kind: "skipped",
      reason: "the library does not have this figure yet",
    };
}

function isNumber(given: unknown): boolean {
  return (
    typeof given === "number" || (typeof given === "string" && given.trim() !== "" && Number.isFinite(Number(given)))
  );
}
