import { type BenchRow, plainRow } from "../measure/bench-row.ts";
import { Decimal } from "decimal.js";
import { rightDigits } from "../rates/exact-rate.ts";
import { interleaved, median, medianRatio } from "../measure/paired-runs.ts";
import { mustBeClose } from "../measure/wrong-answer.ts";
import { railpathMetrics } from "./railpath-metrics.ts";
import { decimalMetrics, metricNames, type MetricSide, ourMetrics } from "./metric-sides.ts";
import { dayCount, rollingReturns } from "./rolling-returns.ts";

/** The other sides, by the name that stands in the table. */
const others: Readonly<Record<string, MetricSide>> = {
  "decimal.js": decimalMetrics,
  "@railpath/finance-toolkit 0.5.4": railpathMetrics,
};

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
      const digits = (value: number): number => rightDigits(value, new Decimal(exact));
      if (at > 0) return [ratio, plainRow(`${name}, right digits, ${program}`, digits(theirs(returns)), "digits")];
      return [
        ratio,
        plainRow(name, median(times.ours), "ms"),
        plainRow(`${name}, right digits, ours`, digits(ours()), "digits"),
      ];
    });
  });
}
