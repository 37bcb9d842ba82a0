import type { Measured } from "../outcome/measured.ts";
import { sequencesFor } from "./historical-outcomes.ts";
import { checkedPlan, type Plan } from "./plan.ts";
import { type WithdrawalOddsQuery, withdrawalWithOdds } from "./withdrawal-with-odds.ts";

/**
 * Safe withdrawal by history: the largest withdrawal by a schedule that lasted on a share of the sequences of a series.
 *
 * With odds of 1 it lasted on the worst of them.
 *
 * Units: an amount per withdrawal, positive, as the schedule's growth counts it. Shape: one simple return for each period
 * of the plan's length, oldest first.
 * Undefined: as {@link historicalOutcomes}; on too many sequences not even a withdrawal of 0 lasts -> `not-reached`.
 *
 * @throws {PortfolioError} `argument-out-of-range`: a number of plan or query cannot be
 * @see docs/methods/monte-carlo.md
 * @example
 * const plan = { startValue: 100, periods: 2, periodsPerYear: 1, payments: [], annualFeeRate: 0, annualInflationRate: 0 };
 * const each = { firstPeriod: 1, lastPeriod: 2, everyPeriods: 1, timing: "start", growth: "inflation" } as const;
 * const query = { schedule: each, left: { amount: 0, money: "real" }, odds: 1 } as const;
 * historicalWithdrawal(plan, [0.5, 0, -0.5], query).value?.toFixed(10); // => "50.0000000000"
 */
export function historicalWithdrawal(plan: Plan, returns: ArrayLike<number>, query: WithdrawalOddsQuery): Measured {
  const sequences = sequencesFor(checkedPlan(plan), returns);
  if (sequences.value === undefined) return sequences;
  return withdrawalWithOdds(plan, sequences.value.paths, sequences.value.pathCount, query);
}
