import type { Decimal } from "../numbers/decimal.ts";
import type { PlanContext } from "./plan-context.ts";
import { investable, type PlanState, valuesOf } from "./plan-state.ts";
import { targetAmounts } from "./target-amounts.ts";

/** The sum of all drifts without their signs, cash included. */
export interface DriftLeft {
  /** In the base currency. */
  readonly amount: Decimal;
  /** Of what there is besides the reserve; 0 when that is nothing. */
  readonly fraction: Decimal;
}

/** How far a state is from its targets altogether. */
export function driftLeft(context: PlanContext, state: PlanState): DriftLeft {
  const values = valuesOf(context, state);
  const total = investable(context, state, values);
  const targets = targetAmounts(context, values, total, new Set());
  const lines = values.map((value, line) => value.minus(targets.lines[line]!).abs());
  const cash = state.cash.minus(context.reserve).minus(targets.cash).abs();
  const amount = lines.reduce((sum, distance) => sum.plus(distance), cash);
  return { amount, fraction: total.isZero() ? total : amount.div(total) };
}
