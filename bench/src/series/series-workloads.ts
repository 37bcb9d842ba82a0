import type { PortfolioShape } from "@portfolio/generated-portfolio";
import type { Workload } from "../measure/bench-row.ts";
import { checkedPortfolio } from "../measure/checked-portfolio.ts";
import { shapeOf } from "../measure/shape-of.ts";
import { tradesName } from "../measure/trades-name.ts";
import { seriesRows } from "./series-rows.ts";

/** W2: the exact value of every day. */
export const dailySeries: readonly Workload[] = [
  shapeOf(1_000, 50, 20),
  shapeOf(10_000, 50, 20),
  shapeOf(100_000, 50, 20),
  shapeOf(100_000, 500, 20),
  shapeOf(100_000, 500, 10),
].map(workloadOf);

/** On demand: a million trades of 500 instruments. */
export const largeDailySeries: readonly Workload[] = [workloadOf(shapeOf(1_000_000, 500, 20))];

function workloadOf(shape: PortfolioShape): Workload {
  return {
    title: `exact daily series ${tradesName(shape)}/${shape.years}y`,
    run: () => seriesRows(checkedPortfolio(shape)),
  };
}
