import { replayLedger } from "@portfolio/core";
import { atMost, type BenchRow, plainRow, type Workload } from "../measure/bench-row.ts";
import { checkedPortfolio } from "../measure/checked-portfolio.ts";
import { fewRuns, medianTime, usualEffort } from "../measure/paired-runs.ts";
import { shapeOf } from "../measure/shape-of.ts";
import { tradesName } from "../measure/trades-name.ts";
import { checkLedger } from "./check-ledger.ts";
import { expectedLedger } from "./expected-ledger.ts";
import { type ReplayRun, replayInput } from "./replay-rows.ts";

const sizes = [1_000, 10_000, 100_000, 1_000_000];
/** Time per trade at a million over that at ten thousand: 1 is linear, the rest is caches and the collector. */
const budget = 2;

/** What one trade costs as portfolios grow a thousandfold, 50 instruments. */
export const replayGrowth: readonly Workload[] = (["average-cost", "fifo"] as const).map((method) => ({
  title: `growth of the ${method} replay`,
  run: () => rowsOf(method),
}));

function rowsOf(method: ReplayRun["method"]): BenchRow[] {
  const perTrade = new Map(sizes.map((size) => [size, nanosecondsPerTrade(size, method)]));
  return [
    atMost(
      budget,
      `growth 10k -> 1M, ${method} replay per transaction`,
      perTrade.get(1_000_000)! / perTrade.get(10_000)!,
      "x",
      "the same at 10k; 1 is linear",
    ),
    ...sizes.map((size) =>
      plainRow(
        `${method} replay ${tradesName({ transactions: size, instruments: 50 })} per transaction`,
        perTrade.get(size)!,
        "ns",
      ),
    ),
  ];
}

function nanosecondsPerTrade(transactions: number, method: ReplayRun["method"]): number {
  const portfolio = checkedPortfolio(shapeOf(transactions, 50, 20));
  const input = replayInput(portfolio, method);
  checkLedger(replayLedger(input), expectedLedger(portfolio, method));
  const time = medianTime(() => replayLedger(input), transactions >= 1_000_000 ? fewRuns : usualEffort);
  return (time * 1e6) / transactions;
}
