import type { BenchRow, Workload } from "../measure/bench-row.ts";
import { shapeOf } from "../measure/shape-of.ts";
import { tradesName } from "../measure/trades-name.ts";
import { withBrowserProfile } from "./browser-session.ts";
import type { KernelVisit } from "./kernel-visit.ts";
import { loopbackSite } from "./loopback-site.ts";

const visits: readonly KernelVisit[] = [
  { work: "average-cost", shape: shapeOf(10_000, 50, 20) },
  { work: "average-cost", shape: shapeOf(100_000, 50, 20) },
  { work: "fifo", shape: shapeOf(10_000, 50, 20) },
  { work: "fifo", shape: shapeOf(100_000, 50, 20) },
  { work: "series", shape: shapeOf(10_000, 50, 20) },
  { work: "series", shape: shapeOf(1_000, 50, 20) },
  { work: "whole", shape: shapeOf(10_000, 50, 10), budget: { id: "B13", ms: 100 } },
  { work: "whole", shape: shapeOf(14_400, 250, 12), budget: { id: "B13", ms: 250 } },
];

/** W1, W1F, W2 and W9 in Chromium: the workloads of Node on the same portfolios, in a page. */
export const chromiumKernels: readonly Workload[] = visits.map((visit) => ({
  title: `${visit.work} ${tradesName(visit.shape)}/${visit.shape.years}y (Chromium)`,
  run: () => rowsOf(visit),
}));

async function rowsOf(visit: KernelVisit): Promise<BenchRow[]> {
  const site = await loopbackSite({ page: new URL("pages/kernel-page.ts", import.meta.url) }, true);
  try {
    const rows = await withBrowserProfile((open) =>
      open<BenchRow[]>(`${site.origin}/?visit=${encodeURIComponent(JSON.stringify(visit))}`),
    );
    return rows.map((row) => ({ ...row, name: `${row.name} in Chromium` }));
  } finally {
    await site.close();
  }
}
