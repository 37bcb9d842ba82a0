import type { PortfolioShape } from "@portfolio/generated-portfolio";
import type { ReplayRun } from "../ledger/replay-rows.ts";
import { type BenchRow, plainRow, type Workload } from "../measure/bench-row.ts";
import { shapeOf } from "../measure/shape-of.ts";
import { tradesName } from "../measure/trades-name.ts";
import type { ReplayMemory } from "./children/replay-memory-child.ts";
import { inChildProcess } from "./in-child-process.ts";

const child = new URL("children/replay-memory-child.ts", import.meta.url);

/** Memory of a replay of a million trades, each in a fresh process. */
export const replayMemory: readonly Workload[] = [shapeOf(1_000_000, 50, 20), shapeOf(1_000_000, 500, 20)].flatMap(
  (shape) =>
    (["average-cost", "fifo"] as const).map((method) => ({
      title: `memory of the ${method} replay ${tradesName(shape)}`,
      run: () => rowsOf(shape, method),
    })),
);

async function rowsOf(shape: PortfolioShape, method: ReplayRun["method"]): Promise<BenchRow[]> {
  const { columns, ledger, peak } = await inChildProcess<ReplayMemory>(child, { shape, method });
  const name = `${method} replay ${tradesName(shape)}`;
  return [
    plainRow(`${name}, memory of the packed columns`, columns / 1e6, "MB"),
    plainRow(`${name}, memory of the ledger beside them`, ledger / 1e6, "MB"),
    plainRow(`${name}, the ledger per transaction`, ledger / shape.transactions, "B"),
    plainRow(`${name}, peak memory of the process, generator included`, peak / 1e6, "MB"),
  ];
}
