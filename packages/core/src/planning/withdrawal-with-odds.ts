import { checkedArgument } from "../outcome/checked-argument.ts";
import type { Measured } from "../outcome/measured.ts";
import { goalAmount } from "./goal.ts";
import type { GrowthPaths } from "./growth-paths.ts";
import { leastPayment, openPlan } from "./least-payment.ts";
import type { Plan } from "./plan.ts";
import { type SafeWithdrawalQuery, withdrawalOf } from "./safe-withdrawal.ts";

/** A withdrawal that is to last on a share of paths. */
export interface WithdrawalOddsQuery extends SafeWithdrawalQuery {
  /** The share of paths on which it has to last: above 0, at most 1. */
  readonly odds: number;
}

/** The largest withdrawal that lasts on the share of paths. Each path has a largest of its own, so none is tried out. */
export function withdrawalWithOdds(
  plan: Plan,
  paths: GrowthPaths,
  pathCount: number,
  { schedule, left, odds }: WithdrawalOddsQuery,
): Measured {
  checkedArgument("odds", odds, odds > 0 && odds <= 1, "Give a share above 0 and at most 1, such as 0.95.");
  const open = openPlan(plan, schedule, goalAmount(plan, left, plan.periods));
  const growth = new Float64Array(plan.periods);
  const least = new Float64Array(pathCount);
  for (let path = 0; path < pathCount; path++) {
    paths(growth);
    least[path] = leastPayment(open, growth);
  }
  // Less by a rounding: 0.95 x 10,000 paths are 9,500, whatever the last digit of the product.
  const needed = Math.max(Math.ceil(odds * pathCount - 1e-9), 1);
  return withdrawalOf(least.sort()[needed - 1]!);
}
