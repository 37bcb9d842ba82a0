import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import type { Goal } from "./goal.ts";
import type { PaymentSchedule, Plan } from "./plan.ts";
import { leastPaymentAt } from "./required-contribution.ts";

/** When something is to be taken out, and what is to be left at the end of the plan: 0 to use up everything. */
export interface SafeWithdrawalQuery {
  readonly schedule: PaymentSchedule;
  readonly left: Goal;
}

/**
 * Safe withdrawal: the largest withdrawal by a schedule that a plan can pay in full to its end, at one unchanging return.
 *
 * Returns change and their order counts, so {@link monteCarloWithdrawal} and {@link historicalWithdrawal} answer less.
 *
 * Units: an amount per withdrawal, positive, as the schedule's growth counts it. As a rate a year: times withdrawals a
 * year / start value.
 * Undefined: not even without withdrawals is enough left, or the plan's own payments fall short -> `not-reached`; an
 * amount leaves the range of a double -> `out-of-range`.
 *
 * @throws {PortfolioError} `argument-out-of-range`: a number of plan, return, schedule or goal cannot be, or the schedule
 *   has no withdrawal within the plan
 * @see docs/methods/projection.md
 * @example
 * const plan = { startValue: 1000, periods: 4, periodsPerYear: 1, payments: [], annualFeeRate: 0, annualInflationRate: 0 };
 * const each = { firstPeriod: 1, lastPeriod: 4, everyPeriods: 1, timing: "start", growth: "inflation" } as const;
 * safeWithdrawal(plan, 0, { schedule: each, left: { amount: 200, money: "real" } }); // => { value: 200 }
 */
export function safeWithdrawal(plan: Plan, annualReturn: number, { schedule, left }: SafeWithdrawalQuery): Measured {
  return withdrawalOf(leastPaymentAt(plan, annualReturn, schedule, left));
}

/** A smallest payment as the largest withdrawal; none where something would have to be paid in. */
export function withdrawalOf(least: number): Measured {
  return least > 0 ? unmeasured("not-reached") : measuredIfFinite(0 - least);
}
