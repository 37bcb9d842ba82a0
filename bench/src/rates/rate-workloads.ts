import type { BenchRow, Workload } from "../measure/bench-row.ts";
import { generatedFlows } from "./generated-flows.ts";
import { railpathRows } from "./railpath-rows.ts";
import { rateRows } from "./rate-rows.ts";
import type { DatedFlow } from "@portfolio/core/measures";

/** W4: XIRR of 1,000 and 10,000 flows. */
export const moneyWeightedRates: readonly Workload[] = workloadsOf("XIRR", rateRows);

/** W4 with `--peers`: beside @railpath/finance-toolkit. */
export const railpathRates: readonly Workload[] = workloadsOf("@railpath/finance-toolkit XIRR", railpathRows);

function workloadsOf(title: string, rowsOf: (flows: readonly DatedFlow[]) => BenchRow[]): Workload[] {
  return [1000, 10_000].map((count) => ({
    title: `${title} ${count / 1000}k`,
    run: () => rowsOf(generatedFlows(count)),
  }));
}
