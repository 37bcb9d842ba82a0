import { Decimal } from "../numbers/decimal.ts";
import type { PlanContext } from "./plan-context.ts";
import { investable, type PlanState, valuesOf } from "./plan-state.ts";
import { targetAmounts } from "./target-amounts.ts";

/** The sum of all drifts without their signs, cash included, as a fraction; 0 when there is nothing to weigh. */
export function driftLeft(context: PlanContext, state: PlanState): Decimal {
  const values = valuesOf(context, state);
  const total = investable(context, state, values);
  if (total.isZero()) return new Decimal(0);
  const targets = targetAmounts(context, values, total, new Set());
  const lines = values.map((value, line) => value.minus(targets.lines[line]!).abs());
  const cash = state.cash.minus(context.reserve).minus(targets.cash).abs();
  return lines.reduce((sum, distance) => sum.plus(distance), cash).div(total);
}
