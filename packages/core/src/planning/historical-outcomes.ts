import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { afterFees, type GrowthPaths, historicalPaths } from "./growth-paths.ts";
import { checkedPlan, type Plan } from "./plan.ts";
import { checkedPathCount, type OutcomesQuery, type PlanOutcomes, planOutcomes } from "./plan-outcomes.ts";
import { unusable } from "./return-model.ts";

/** The sequences of a series that are as long as a plan. */
export interface HistoricalSequences {
  readonly pathCount: number;
  readonly paths: GrowthPaths;
}

/**
 * Historical outcomes: a plan on every sequence of returns that a series has for it, each beginning one period later.
 *
 * The sequences overlap, so they are fewer witnesses than their number says. For history's own inflation give real
 * returns and an inflation rate of 0.
 *
 * Units: as {@link monteCarlo}. Shape: one simple return for each period of the plan's length, oldest first.
 * Undefined: fewer returns than the plan has periods -> `too-few-observations`; one is unknown -> `missing-price`, one is
 * below -1 -> `no-capital`; an amount leaves the range of a double -> `out-of-range`.
 *
 * @throws {PortfolioError} `argument-out-of-range`: a number of plan or query cannot be
 * @see docs/methods/monte-carlo.md
 */
export function historicalOutcomes(
  plan: Plan,
  returns: ArrayLike<number>,
  query: OutcomesQuery,
): Measured<PlanOutcomes> {
  const sequences = sequencesFor(checkedPlan(plan), returns);
  if (sequences.value === undefined) return sequences;
  const { paths, pathCount } = sequences.value;
  return planOutcomes(plan, paths, checkedPathCount(plan, pathCount), query);
}

/** The sequences of a series for a plan, after its fees; none when the series is shorter, or has a gap. */
export function sequencesFor(plan: Plan, returns: ArrayLike<number>): Measured<HistoricalSequences> {
  const pathCount = returns.length - plan.periods + 1;
  if (pathCount < 1) return unmeasured("too-few-observations");
  return unusable(returns) ?? measured({ pathCount, paths: afterFees(historicalPaths(returns), plan) });
}
