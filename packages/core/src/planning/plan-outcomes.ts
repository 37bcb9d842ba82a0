import { checkedArgument } from "../outcome/checked-argument.ts";
import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { drawdownOf } from "../risk/drawdown.ts";
import { mean } from "../series/compensated-sum.ts";
import { quantile } from "../series/quantile.ts";
import { type DatedGoal, goalAmount, inflationFactor, isReached } from "./goal.ts";
import type { GrowthPaths } from "./growth-paths.ts";
import { afterFlow, fallsShort } from "./pay-from.ts";
import type { Plan } from "./plan.ts";
import { plannedFlows } from "./planned-flows.ts";

/** What is to be read off the paths. */
export interface OutcomesQuery {
  /** Shares of paths that bands stay above, such as 0.05, 0.5 and 0.95. */
  readonly shares: readonly number[];
  readonly goals: readonly DatedGoal[];
}

/** A quantile of the value in each period: the given share of paths lies below it. */
export interface ValueBand {
  readonly share: number;
  /** At the start and after each period, in the money of its own time. */
  readonly values: Float64Array;
  /** The same in the money of the plan's start. */
  readonly realValues: Float64Array;
}

/** What became of a plan on many paths. */
export interface PlanOutcomes {
  readonly pathCount: number;
  readonly bands: readonly ValueBand[];
  /** The value at the end of each path, ascending, in the money of then. */
  readonly endValues: Float64Array;
  readonly meanEndValue: number;
  /** The share of paths that have the goal at the end of its period, in the order of the goals. */
  readonly goalOdds: readonly number[];
  /** The share of paths on which a withdrawal could not be paid in full. */
  readonly ruinOdds: number;
  /** The share of paths with such a withdrawal up to each period; item 0 is the start. */
  readonly ruinOddsByPeriod: Float64Array;
  /** The deepest fall of each path from a peak, after fees and without payments, deepest first: negative fractions or 0. */
  readonly maxDrawdowns: Float64Array;
}

/** All values of the paths, period by period, and what is counted on the way. */
interface WalkedPaths {
  readonly pathCount: number;
  /** Those of one period stand beside each other. */
  readonly values: Float64Array;
  readonly ruined: Float64Array;
  readonly maxDrawdowns: Float64Array;
}

const mostValues = 2 ** 26;

/**
 * How many paths, once there can be so many.
 *
 * @throws {PortfolioError} `argument-out-of-range`: no whole number from 1, or too many values to keep
 */
export function checkedPathCount(plan: Plan, pathCount: number): number {
  const isAllowed = Number.isSafeInteger(pathCount) && pathCount >= 1 && pathCount * (plan.periods + 1) <= mostValues;
  const remedy = `Give a whole number from 1 to ${Math.floor(mostValues / (plan.periods + 1))} for so many periods.`;
  return checkedArgument("pathCount", pathCount, isAllowed, remedy);
}

/** Walks a plan along paths and counts. Without a value when an amount leaves the range of a double. */
export function planOutcomes(
  plan: Plan,
  paths: GrowthPaths,
  pathCount: number,
  query: OutcomesQuery,
): Measured<PlanOutcomes> {
  for (const share of query.shares)
    checkedArgument("share", share, share >= 0 && share <= 1, "Give a number from 0 to 1.");
  const goals = query.goals.map((goal) => ({
    ...checkedGoal(plan, goal),
    wanted: goalAmount(plan, goal, goal.period),
  }));
  const walked = walkPaths(plan, paths, pathCount);
  const goalOdds = goals.map(({ period, wanted }) =>
    shareOf(valuesAfter(walked, period), (one) => isReached(one, wanted)),
  );
  const bands = bandsOf(plan, walked, query.shares);
  const endValues = valuesAfter(walked, plan.periods).slice().sort();
  const meanEndValue = mean(endValues);
  // What once left the range never comes back: the ends are enough to look at, and inflation, which is the plan's.
  const isInRange = endValues.every(Number.isFinite) && Number.isFinite(meanEndValue);
  if (!isInRange || !bands.every(({ realValues }) => realValues.every(Number.isFinite)))
    return unmeasured("out-of-range");
  const ruinOddsByPeriod = runningShares(walked);
  const ruinOdds = ruinOddsByPeriod.at(-1)!;
  const maxDrawdowns = walked.maxDrawdowns.sort();
  return measured({ pathCount, bands, endValues, meanEndValue, goalOdds, ruinOdds, ruinOddsByPeriod, maxDrawdowns });
}

function checkedGoal(plan: Plan, goal: DatedGoal): DatedGoal {
  const isAllowed = Number.isSafeInteger(goal.period) && goal.period >= 0 && goal.period <= plan.periods;
  checkedArgument(
    "period",
    goal.period,
    isAllowed,
    `Give a whole number from 0 to ${plan.periods}, the plan's periods.`,
  );
  return goal;
}

function walkPaths(plan: Plan, paths: GrowthPaths, pathCount: number): WalkedPaths {
  const { atStart, atEnd } = plannedFlows(plan);
  const growth = new Float64Array(plan.periods);
  const values = new Float64Array(pathCount * (plan.periods + 1)).fill(plan.startValue, 0, pathCount);
  const ruined = new Float64Array(plan.periods + 1);
  const maxDrawdowns = new Float64Array(pathCount);
  for (let path = 0; path < pathCount; path++) {
    paths(growth);
    let value = plan.startValue;
    let firstShort = 0;
    for (let i = 0; i < growth.length; i++) {
      const grown = afterFlow(value, atStart[i]!) * growth[i]!;
      if (firstShort === 0 && (fallsShort(value, atStart[i]!) || fallsShort(grown, atEnd[i]!))) firstShort = i + 1;
      value = afterFlow(grown, atEnd[i]!);
      values[(i + 1) * pathCount + path] = value;
    }
    if (firstShort > 0) ruined[firstShort]!++;
    maxDrawdowns[path] = deepestFall(growth);
  }
  return { pathCount, values, ruined, maxDrawdowns };
}

/** The deepest drawdown of growth factors. */
function deepestFall(growth: Float64Array): number {
  let share = 1;
  let deepest = 1;
  for (let i = 0; i < growth.length; i++) {
    share = Math.min(share * growth[i]!, 1);
    if (share < deepest) deepest = share;
  }
  return drawdownOf(deepest);
}

function valuesAfter({ values, pathCount }: WalkedPaths, period: number): Float64Array {
  return values.subarray(period * pathCount, (period + 1) * pathCount);
}

function bandsOf(plan: Plan, walked: WalkedPaths, shares: readonly number[]): ValueBand[] {
  const empty = (): Float64Array => new Float64Array(plan.periods + 1);
  const bands = shares.map((share) => ({ share, values: empty(), realValues: empty() }));
  for (let period = 0; period <= plan.periods; period++) {
    const ascending = valuesAfter(walked, period).slice().sort();
    for (const { share, values, realValues } of bands) {
      values[period] = quantile(ascending, share);
      realValues[period] = values[period]! / inflationFactor(plan, period);
    }
  }
  return bands;
}

function runningShares({ ruined, pathCount }: WalkedPaths): Float64Array {
  let count = 0;
  return ruined.map((more) => (count += more) / pathCount);
}

function shareOf(values: Float64Array, isCounted: (value: number) => boolean): number {
  let count = 0;
  for (const value of values) if (isCounted(value)) count++;
  return count / values.length;
}
