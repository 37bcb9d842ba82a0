import { isReached } from "./goal.ts";
import { fallsShort } from "./pay-from.ts";
import { checkedArgument } from "../outcome/checked-argument.ts";
import { checkedSchedule, type PaymentSchedule, type Plan } from "./plan.ts";
import { type PlannedFlows, plannedFlows } from "./planned-flows.ts";

/** A plan whose payments of one schedule are not known yet. */
export interface OpenPlan {
  readonly startValue: number;
  /** What is known to be paid. */
  readonly flows: PlannedFlows;
  /** What a payment of 1 by the schedule amounts to. */
  readonly unitFlows: PlannedFlows;
  /** What is to be there at the end, in the money of then. */
  readonly endAmount: number;
}

/**
 * A plan that leaves the payments of a schedule open.
 *
 * @throws {PortfolioError} `argument-out-of-range`: the schedule cannot be, or has no payment within the plan
 */
export function openPlan(plan: Plan, schedule: PaymentSchedule, endAmount: number): OpenPlan {
  const { firstPeriod } = checkedSchedule(schedule);
  const remedy = "Let the payments begin within the plan's periods.";
  checkedArgument("firstPeriod", firstPeriod, firstPeriod <= plan.periods, remedy);
  const unitFlows = plannedFlows(plan, [{ ...schedule, amount: 1 }]);
  return { startValue: plan.startValue, flows: plannedFlows(plan), unitFlows, endAmount };
}

/**
 * The smallest payment with which no withdrawal falls short along a path and the end amount is there; negative when so
 * much can be taken out instead. Infinity when no payment helps, because a shortfall comes before the first; NaN beyond doubles.
 *
 * Until something falls short a value is a line, fixed + perUnit x payment. So each moment asks for a smallest payment,
 * and the greatest of them serves all: no search.
 */
export function leastPayment(plan: OpenPlan, growth: ArrayLike<number>): number {
  const { flows, unitFlows, endAmount } = plan;
  let fixed = plan.startValue;
  let perUnit = 0;
  let least = -Infinity;
  for (let i = 0; i < growth.length; i++) {
    least = Math.max(least, leastNow(fixed, perUnit, flows.atStart[i]!, unitFlows.atStart[i]!));
    fixed = (fixed + flows.atStart[i]!) * growth[i]!;
    perUnit = (perUnit + unitFlows.atStart[i]!) * growth[i]!;
    least = Math.max(least, leastNow(fixed, perUnit, flows.atEnd[i]!, unitFlows.atEnd[i]!));
    fixed += flows.atEnd[i]!;
    perUnit += unitFlows.atEnd[i]!;
  }
  if (perUnit === Infinity) return Number.NaN;
  if (perUnit > 0) return Math.max(least, (endAmount - fixed) / perUnit);
  return isReached(fixed, endAmount) ? least : Infinity;
}

/** The smallest payment with which there is something left after the flows of a moment. */
function leastNow(fixed: number, perUnit: number, flow: number, unitFlow: number): number {
  const units = perUnit + unitFlow;
  if (units > 0) return (-fixed - flow) / units;
  return fallsShort(fixed, flow) ? Infinity : -Infinity;
}
