import type { GeneratedPortfolio } from "@portfolio/generated-portfolio";
import { machineFactor } from "../ledger/machine-factor.ts";
import { atMost, type BenchRow, plainRow } from "../measure/bench-row.ts";
import { type Effort, medianTime, usualEffort } from "../measure/paired-runs.ts";
import { tradesName } from "../measure/trades-name.ts";
import { checkWholeWork } from "./check-whole-work.ts";
import { wholeInputOf, wholeWork } from "./whole-work.ts";

/** A budget in ms on the machine of the budgets. */
export interface TimeBudget {
  readonly id: string;
  readonly ms: number;
}

/** One run of the largest shape takes a second or more. */
const fewerRuns: Effort = { warmUps: 1, rounds: 5 };

/** W9 in ms; the budget is scaled by how slow this machine is. Runs in Node and in a page. */
export function wholeRows(portfolio: GeneratedPortfolio, budget?: TimeBudget): BenchRow[] {
  const input = wholeInputOf(portfolio);
  checkWholeWork(wholeWork(input), portfolio);
  const before = machineFactor();
  const time = medianTime(() => wholeWork(input), portfolio.shape.transactions < 100_000 ? usualEffort : fewerRuns);
  // The stricter of the two: another program on the machine must not widen the budget.
  const factor = Math.min(before, machineFactor());
  const name = `whole work ${tradesName(portfolio.shape)}/${portfolio.shape.years}y`;
  return [
    budget === undefined
      ? plainRow(name, time, "ms")
      : atMost(
          budget.ms * factor,
          `${budget.id} ${name}`,
          time,
          "ms",
          `${budget.ms} ms x ${factor.toFixed(2)} (float64 replay here over 0.70 ms)`,
        ),
  ];
}
