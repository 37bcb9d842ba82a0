import type { Measured } from "../outcome/measured.ts";
import { afterFees, randomPaths } from "./growth-paths.ts";
import type { Simulation } from "./monte-carlo.ts";
import { checkedPlan, type Plan } from "./plan.ts";
import { checkedPathCount } from "./plan-outcomes.ts";
import { type ReturnModel, usableModel } from "./return-model.ts";
import { type WithdrawalOddsQuery, withdrawalWithOdds } from "./withdrawal-with-odds.ts";

/** What {@link monteCarloWithdrawal} is asked. */
export interface MonteCarloWithdrawalQuery extends Simulation, WithdrawalOddsQuery {}

/**
 * Safe withdrawal by Monte Carlo: the largest withdrawal by a schedule that lasts on a share of random paths.
 *
 * The paths are those of {@link monteCarlo} with the same seed, so its odds of ruin are at most 1 - odds there.
 *
 * Units: an amount per withdrawal, positive, as the schedule's growth counts it.
 * Undefined: as {@link monteCarlo}; on too many paths not even a withdrawal of 0 lasts -> `not-reached`.
 *
 * @throws {PortfolioError} `argument-out-of-range`: a number of plan, model or query cannot be
 * @see docs/methods/monte-carlo.md
 */
export function monteCarloWithdrawal(plan: Plan, model: ReturnModel, query: MonteCarloWithdrawalQuery): Measured {
  const pathCount = checkedPathCount(checkedPlan(plan), query.pathCount);
  const usable = usableModel(model);
  if (usable.value === undefined) return usable;
  return withdrawalWithOdds(plan, afterFees(randomPaths(usable.value, plan, query.seed), plan), pathCount, query);
}
