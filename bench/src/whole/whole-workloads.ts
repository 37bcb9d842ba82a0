import type { PortfolioShape } from "@portfolio/generated-portfolio";
import { atMost, type BenchRow, plainRow, type Workload } from "../measure/bench-row.ts";
import { checkedPortfolio } from "../measure/checked-portfolio.ts";
import { shapeOf } from "../measure/shape-of.ts";
import { tradesName } from "../measure/trades-name.ts";
import type { WholeWorkCost } from "../memory/children/whole-work-child.ts";
import { inChildProcess } from "../memory/in-child-process.ts";
import { type TimeBudget, wholeRows } from "./whole-rows.ts";

const child = new URL("../memory/children/whole-work-child.ts", import.meta.url);

/** W9: everything at once, warm in this process, and once in a fresh one. */
export const wholeWorkloads: readonly Workload[] = [
  workloadOf(shapeOf(5_000, 50, 10)),
  workloadOf(shapeOf(10_000, 50, 10), { id: "B13", ms: 100 }),
  workloadOf(shapeOf(14_400, 250, 12), { id: "B13", ms: 250 }, 300),
  workloadOf(shapeOf(20_000, 200, 20), { id: "B14", ms: 250 }),
  workloadOf(shapeOf(100_000, 500, 20), { id: "B14", ms: 800 }),
];

function workloadOf(shape: PortfolioShape, time?: TimeBudget, megabytes?: number): Workload {
  return {
    title: `whole work ${tradesName(shape)}/${shape.years}y`,
    run: async () => [...wholeRows(checkedPortfolio(shape), time), ...(await freshRows(shape, megabytes))],
  };
}

async function freshRows(shape: PortfolioShape, megabytes: number | undefined): Promise<BenchRow[]> {
  const { firstRunMs, peak } = await inChildProcess<WholeWorkCost>(child, shape);
  const name = `whole work ${tradesName(shape)}/${shape.years}y`;
  const peakName = `${name}, peak memory of a fresh process, generator included`;
  return [
    megabytes === undefined
      ? plainRow(peakName, peak / 1e6, "MB")
      : atMost(megabytes, `B13 ${peakName}`, peak / 1e6, "MB"),
    plainRow(`${name}, first run in a fresh process`, firstRunMs, "ms"),
  ];
}
