import type { Measured } from "../outcome/measured.ts";
import { afterFees, randomPaths } from "./growth-paths.ts";
import { checkedPlan, type Plan } from "./plan.ts";
import { checkedPathCount, type OutcomesQuery, type PlanOutcomes, planOutcomes } from "./plan-outcomes.ts";
import { type ReturnModel, usableModel } from "./return-model.ts";

/** How many random paths, and from which seed on. */
export interface Simulation {
  readonly pathCount: number;
  /** A whole number from 0 to 2^53 - 1. The same one gives the same paths on every engine. */
  readonly seed: number;
}

/** What {@link monteCarlo} is asked. */
export interface MonteCarloQuery extends Simulation, OutcomesQuery {}

/**
 * Monte Carlo: a plan on many random paths, drawn in blocks from a series of returns or from a distribution.
 *
 * Says how far results may lie apart, how likely a goal and a ruin are, if the future is like the model. Odds p from n
 * paths are uncertain by about the square root of p (1 - p) / n.
 *
 * Units: amounts in one currency; odds and drawdowns are fractions. Bit for bit the same on every engine.
 * Undefined: fewer than 12 returns, or fewer than a block -> `too-few-observations`; one is unknown -> `missing-price`,
 * one is below -1 -> `no-capital`; an amount leaves the range of a double -> `out-of-range`.
 * Cost: O(paths x periods x log paths); values of all paths are kept meanwhile.
 *
 * @throws {PortfolioError} `argument-out-of-range`: a number of plan, model or query cannot be
 * @see docs/methods/monte-carlo.md
 * @example
 * const plan = { startValue: 1000, periods: 24, periodsPerYear: 12, payments: [], annualFeeRate: 0, annualInflationRate: 0 };
 * const model = { kind: "normal", annualReturn: 0.05, annualVolatility: 0.15 } as const;
 * const outcomes = monteCarlo(plan, model, { pathCount: 500, seed: 1, shares: [0.5], goals: [] });
 * outcomes.value?.endValues.length; // => 500
 * outcomes.value?.ruinOdds; // => 0
 */
export function monteCarlo(plan: Plan, model: ReturnModel, query: MonteCarloQuery): Measured<PlanOutcomes> {
  const pathCount = checkedPathCount(checkedPlan(plan), query.pathCount);
  const usable = usableModel(model);
  if (usable.value === undefined) return usable;
  return planOutcomes(plan, afterFees(randomPaths(usable.value, plan, query.seed), plan), pathCount, query);
}
