import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { type Goal, goalAmount, isReached } from "./goal.ts";
import { afterFlow, fallsShort } from "./pay-from.ts";
import { feeFactor, periodGrowth } from "./period-growth.ts";
import { checkedPlan, type Plan } from "./plan.ts";
import { plannedFlows } from "./planned-flows.ts";
import { reproducibleExponential } from "./reproducible-exponential.ts";

/** Annual rates looked at: e^20 is 485 million times a year. */
const logRates = { lowest: -20, highest: 20 } as const;

/**
 * Required return: the smallest annual return with which a plan has the goal at its end and pays every withdrawal.
 *
 * Units: fraction a year, before fees. -1 when even a loss of everything would do, because the last payments are enough.
 * Undefined: no return up to e^20 a year does it -> `not-reached`.
 *
 * @throws {PortfolioError} `argument-out-of-range`: a number of the plan, or the goal, cannot be
 * @see docs/methods/projection.md
 * @example
 * const plan = { startValue: 100, periods: 2, periodsPerYear: 1, payments: [], annualFeeRate: 0, annualInflationRate: 0 };
 * requiredReturn(plan, { amount: 121, money: "nominal" }).value?.toFixed(10); // => "0.1000000000"
 */
export function requiredReturn(plan: Plan, goal: Goal): Measured {
  const amount = goalAmount(checkedPlan(plan), goal, plan.periods);
  const isEnough = endsWell(plan, amount);
  if (isEnough(-1)) return measuredIfFinite(-1);
  const atLogRate = (logRate: number): number => reproducibleExponential(logRate) - 1;
  if (!isEnough(atLogRate(logRates.highest))) return unmeasured("not-reached");
  let [low, high]: [number, number] = [logRates.lowest, logRates.highest];
  // Halved until no double lies between: wealth only grows with the return, so there is one place.
  for (let middle = 0; middle > low && middle < high; middle = (low + high) / 2)
    if (isEnough(atLogRate(middle))) high = middle;
    else low = middle;
  return measuredIfFinite(atLogRate(high));
}

/** Whether a plan has so much at its end and no shortfall on the way, as a question of its annual return. */
function endsWell(plan: Plan, amount: number): (annualReturn: number) => boolean {
  const { atStart, atEnd } = plannedFlows(plan);
  const fee = feeFactor(plan);
  return (annualReturn) => {
    const growth = periodGrowth(plan, annualReturn);
    let value = plan.startValue;
    for (let i = 0; i < plan.periods; i++) {
      if (fallsShort(value, atStart[i]!)) return false;
      value = afterFlow(value, atStart[i]!) * growth * fee;
      if (fallsShort(value, atEnd[i]!)) return false;
      value = afterFlow(value, atEnd[i]!);
    }
    return isReached(value, amount);
  };
}
