import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { type Goal, goalAmount } from "./goal.ts";
import { leastPayment, openPlan } from "./least-payment.ts";
import { checkedAnnualReturn, feeFactor, periodGrowth } from "./period-growth.ts";
import { checkedPlan, type PaymentSchedule, type Plan } from "./plan.ts";

/** When payments are to be made, and what they are to lead to at the end of the plan. */
export interface RequiredContributionQuery {
  readonly schedule: PaymentSchedule;
  readonly goal: Goal;
}

/**
 * Required contribution: the smallest payment by a schedule with which a plan, at one unchanging return, has the goal at
 * its end and pays every withdrawal on the way. The plan's own payments are made as well.
 *
 * Units: an amount per payment, as the schedule's growth counts it. 0 when the goal is reached without.
 * Undefined: no payment helps, because a withdrawal falls short before the first, or what is paid is lost ->
 * `not-reached`; an amount leaves the range of a double -> `out-of-range`.
 *
 * @throws {PortfolioError} `argument-out-of-range`: a number of plan, return, schedule or goal cannot be, or the schedule
 *   has no payment within the plan
 * @see docs/methods/projection.md
 * @example
 * const plan = { startValue: 0, periods: 4, periodsPerYear: 1, payments: [], annualFeeRate: 0, annualInflationRate: 0 };
 * const each = { firstPeriod: 1, lastPeriod: 4, everyPeriods: 1, timing: "end", growth: { annualRate: 0 } } as const;
 * requiredContribution(plan, 0, { schedule: each, goal: { amount: 1000, money: "nominal" } }); // => { value: 250 }
 */
export function requiredContribution(
  plan: Plan,
  annualReturn: number,
  { schedule, goal }: RequiredContributionQuery,
): Measured {
  const least = leastPaymentAt(plan, annualReturn, schedule, goal);
  return least === Infinity ? unmeasured("not-reached") : measuredIfFinite(Math.max(least, 0));
}

/** The smallest payment, negative for a withdrawal, along the path of one unchanging return. */
export function leastPaymentAt(plan: Plan, annualReturn: number, schedule: PaymentSchedule, goal: Goal): number {
  const open = openPlan(checkedPlan(plan), schedule, goalAmount(plan, goal, plan.periods));
  const growth = periodGrowth(plan, checkedAnnualReturn(annualReturn)) * feeFactor(plan);
  return leastPayment(open, new Float64Array(plan.periods).fill(growth));
}
