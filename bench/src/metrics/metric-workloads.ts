import type { Workload } from "../measure/bench-row.ts";
import { metricRows } from "./metric-rows.ts";
import { rollingRows } from "./rolling-rows.ts";

/** W3: measures of a series of returns, and the same over rolling windows. */
export const metrics: readonly Workload[] = [
  { title: "metrics of 7,305 days", run: metricRows },
  { title: "rolling windows of 252 over 7,305 days", run: rollingRows },
];
