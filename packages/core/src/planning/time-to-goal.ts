import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { type Goal, goalAmount, isReached } from "./goal.ts";
import type { Plan } from "./plan.ts";
import { projection } from "./projection.ts";

/**
 * Time to a goal: how many periods it takes until the value is at least the goal, at one unchanging return.
 *
 * Units: periods of the plan, a whole number; 0 when the start value is enough. A real goal grows with inflation.
 * Undefined: not within the plan's periods -> `not-reached`; an amount leaves the range of a double -> `out-of-range`.
 *
 * @throws {PortfolioError} `argument-out-of-range`: a number of the plan, the return or the goal cannot be
 * @see docs/methods/projection.md
 * @example
 * const plan = { startValue: 100, periods: 30, periodsPerYear: 1, payments: [], annualFeeRate: 0, annualInflationRate: 0 };
 * timeToGoal(plan, 0.1, { amount: 121, money: "nominal" }); // => { value: 2 }
 * timeToGoal(plan, 0, { amount: 121, money: "nominal" }); // => { value: undefined, reason: "not-reached" }
 */
export function timeToGoal(plan: Plan, annualReturn: number, goal: Goal): Measured {
  const path = projection(plan, annualReturn);
  if (path.value === undefined) return path;
  const period = path.value.values.findIndex((value, at) => isReached(value, goalAmount(plan, goal, at)));
  return period < 0 ? unmeasured("not-reached") : measured(period);
}
