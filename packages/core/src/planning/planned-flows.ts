import type { PaymentSchedule, Plan, PlannedPayments } from "./plan.ts";
import { reproduciblePower } from "./reproducible-power.ts";

/** What is paid in (negative: taken out) at the start and at the end of each period; item 0 is period 1. */
export interface PlannedFlows {
  readonly atStart: Float64Array;
  readonly atEnd: Float64Array;
}

/** All payments of a plan, in the money of their own time, those of one moment added up. */
export function plannedFlows(plan: Plan, payments: readonly PlannedPayments[] = plan.payments): PlannedFlows {
  const flows = { atStart: new Float64Array(plan.periods), atEnd: new Float64Array(plan.periods) };
  for (const one of payments) {
    const side = one.timing === "start" ? flows.atStart : flows.atEnd;
    const last = Math.min(one.lastPeriod, plan.periods);
    for (let period = one.firstPeriod; period <= last; period += one.everyPeriods)
      side[period - 1]! += one.amount * growthSince(plan, one, period);
  }
  return flows;
}

/** By how much a payment of so much later has grown. */
function growthSince(plan: Plan, { growth, timing, firstPeriod }: PaymentSchedule, period: number): number {
  if (growth !== "inflation") return growthOver(plan, growth.annualRate, period - firstPeriod);
  return growthOver(plan, plan.annualInflationRate, timing === "start" ? period - 1 : period);
}

function growthOver({ periodsPerYear }: Plan, annualRate: number, periods: number): number {
  return reproduciblePower(1 + annualRate, periods / periodsPerYear);
}
