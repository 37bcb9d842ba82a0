import { type BenchRow, plainRow } from "../measure/bench-row.ts";
import { interleaved, median, medianRatio } from "../measure/paired-runs.ts";
import { mustBeClose } from "../measure/wrong-answer.ts";
import { decimalMetrics, metricNames, type MetricSide, ourMetrics } from "./metric-sides.ts";
import { dayCount, rollingReturns } from "./rolling-returns.ts";

/** The other sides, by the name that stands in the table. */
const others: Readonly<Record<string, MetricSide>> = { "decimal.js": decimalMetrics };

/** Metrics of 20 years of daily returns, each beside the same of other programs. All must agree with decimal.js. */
export function metricRows(): BenchRow[] {
  const returns = rollingReturns();
  return metricNames.flatMap((metric) => {
    const ours = () => ourMetrics[metric](returns);
    const exact = decimalMetrics[metric](returns);
    mustBeClose(`The ${metric}`, ours(), exact, 1e-13);
    const name = `${metric} of ${dayCount.toLocaleString("en")} days`;
    return Object.entries(others).flatMap(([program, side], at) => {
      const theirs = side[metric];
      if (theirs === undefined) return [];
      const times = interleaved({ theirs: () => theirs(returns), ours });
      const ratio = plainRow(name, medianRatio(times.theirs, times.ours), "x", program);
      return at === 0 ? [ratio, plainRow(name, median(times.ours), "ms")] : [ratio];
    });
  });
}
