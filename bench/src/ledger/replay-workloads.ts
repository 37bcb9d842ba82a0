import type { PortfolioShape } from "@portfolio/generated-portfolio";
import type { Workload } from "../measure/bench-row.ts";
import { checkedPortfolio } from "../measure/checked-portfolio.ts";
import { oneRound, usualEffort } from "../measure/paired-runs.ts";
import { shapeOf } from "../measure/shape-of.ts";
import { tradesName } from "../measure/trades-name.ts";
import { type ReplayRun, replayRows } from "./replay-rows.ts";

/** The years say how days are spread, and nothing about the work of a replay: 20 everywhere. */
const shapes: readonly PortfolioShape[] = [
  shapeOf(1_000, 50, 20),
  shapeOf(10_000, 50, 20),
  shapeOf(100_000, 50, 20),
  shapeOf(100_000, 500, 20),
  shapeOf(1_000_000, 50, 20),
  shapeOf(1_000_000, 500, 20),
];

/** W1: replay by average cost. */
export const averageCostReplays: readonly Workload[] = shapes.map((shape) => replayOf(shape, "average-cost"));

/** W1F: replay by FIFO. */
export const fifoReplays: readonly Workload[] = shapes.map((shape) => replayOf(shape, "fifo"));

function replayOf(shape: PortfolioShape, method: ReplayRun["method"]): Workload {
  const hasBudget = method === "average-cost" && shape.transactions === 100_000 && shape.instruments === 50;
  const effort = shape.transactions >= 1_000_000 ? oneRound : usualEffort;
  return {
    title: `${method} replay ${tradesName(shape)}`,
    run: () => replayRows(checkedPortfolio(shape), { method, effort, ...(hasBudget && { budget: 8 }) }),
  };
}
