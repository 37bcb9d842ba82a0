import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { compensatedSum } from "../series/compensated-sum.ts";
import { inflationFactor } from "./goal.ts";
import { checkedAnnualReturn, feeFactor, periodGrowth } from "./period-growth.ts";
import { checkedPlan, type Plan } from "./plan.ts";
import { type PlanStep, planStep } from "./plan-step.ts";
import { plannedFlows } from "./planned-flows.ts";

/** A year of a projection, in the money of its own time. The last one may be part of a year. */
export interface ProjectionYear {
  /** Counted from 1. */
  readonly year: number;
  /** Payments that fall on one moment count as their sum. */
  readonly paidIn: number;
  readonly takenOut: number;
  readonly growth: number;
  readonly fees: number;
  readonly endValue: number;
  /** The value at its end in the money of the plan's start. */
  readonly realEndValue: number;
}

/** What becomes of a plan when every period brings the same. */
export interface Projection {
  /** Value at the start and after each period, in the money of its own time. */
  readonly values: Float64Array;
  /** The same in the money of the plan's start. */
  readonly realValues: Float64Array;
  readonly years: readonly ProjectionYear[];
  /** The first period with a withdrawal that could not be paid in full; not there when all were. */
  readonly firstShortfall?: number;
}

/**
 * Projection: a plan at one unchanging return, period by period and year by year.
 *
 * Use it to see what a plan amounts to; {@link monteCarlo} says how much it may differ.
 *
 * Units: amounts in one currency; rates are fractions a year; an annual return r is (1 + r)^(1 / periodsPerYear) - 1 per
 * period, and fees are taken in the same way from what it made.
 * Shape: value of the start + paid in - taken out + growth - fees = value of the end, in each year.
 * Undefined: an amount leaves the range of a double -> `out-of-range`.
 *
 * @throws {PortfolioError} `argument-out-of-range`: a number of the plan, or the return, cannot be
 * @see docs/methods/projection.md
 * @example
 * const payments = [
 *   { amount: 1000, firstPeriod: 1, lastPeriod: 2, everyPeriods: 1, timing: "end", growth: { annualRate: 0 } },
 * ] as const;
 * const plan = { startValue: 1000, periods: 2, periodsPerYear: 1, payments, annualFeeRate: 0, annualInflationRate: 0 };
 * projection(plan, 0.5).value?.years.map(({ endValue }) => endValue); // => [2500, 4750]
 */
export function projection(plan: Plan, annualReturn: number): Measured<Projection> {
  const path = projectedPath(checkedPlan(plan), checkedAnnualReturn(annualReturn));
  return path.values.every(Number.isFinite) && path.realValues.every(Number.isFinite)
    ? measured(path)
    : unmeasured("out-of-range");
}

function projectedPath(plan: Plan, annualReturn: number): Projection {
  const steps = stepsOf(plan, annualReturn);
  const values = Float64Array.from([plan.startValue, ...steps.map(({ endValue }) => endValue)]);
  const realValues = values.map((value, period) => value / inflationFactor(plan, period));
  const firstShortfall = steps.findIndex(({ isShort }) => isShort) + 1;
  const years = yearsOf(plan, steps, realValues);
  return { values, realValues, years, ...(firstShortfall > 0 ? { firstShortfall } : {}) };
}

function stepsOf(plan: Plan, annualReturn: number): PlanStep[] {
  const { atStart, atEnd } = plannedFlows(plan);
  const [growth, fee] = [periodGrowth(plan, annualReturn), feeFactor(plan)];
  const steps: PlanStep[] = [];
  let value = plan.startValue;
  for (let i = 0; i < plan.periods; i++) {
    const step = planStep(value, { atStart: atStart[i]!, atEnd: atEnd[i]!, growth, fee });
    steps.push(step);
    value = step.endValue;
  }
  return steps;
}

function yearsOf({ periodsPerYear }: Plan, steps: readonly PlanStep[], realValues: Float64Array): ProjectionYear[] {
  const years: ProjectionYear[] = [];
  for (let start = 0; start < steps.length; start += periodsPerYear) {
    const own = steps.slice(start, start + periodsPerYear);
    const sum = (name: "paidIn" | "takenOut" | "growth" | "fees"): number =>
      compensatedSum(own.map((step) => step[name]));
    years.push({
      year: years.length + 1,
      paidIn: sum("paidIn"),
      takenOut: sum("takenOut"),
      growth: sum("growth"),
      fees: sum("fees"),
      endValue: own.at(-1)!.endValue,
      realEndValue: realValues[start + own.length]!,
    });
  }
  return years;
}
