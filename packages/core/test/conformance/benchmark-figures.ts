import type { MetricFigure } from "./metric-figure.ts";

/** The figures of FORMAT section 5 that compare with a benchmark. */
export const benchmarkFigures: Readonly<Record<string, MetricFigure>> = {};
