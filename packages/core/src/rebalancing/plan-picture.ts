import type { Decimal } from "../numbers/decimal.ts";
import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { drift } from "./drift.ts";
import { driftLeft } from "./drift-left.ts";
import { driftTargets } from "./drift-targets.ts";
import type { PlanContext } from "./plan-context.ts";
import { investable, type PlanState, valuesOf } from "./plan-state.ts";
import type { PlanDrift, PlanPicture } from "./rebalance-plan.ts";
import { targetAmounts } from "./target-amounts.ts";

/** Holdings, cash and drift of a state. */
export function planPicture(context: PlanContext, state: PlanState): PlanPicture {
  const values = valuesOf(context, state);
  const total = investable(context, state, values);
  const targets = targetAmounts(context, values, total, new Set());
  const weight = (amount: Decimal): Measured =>
    total.isZero() ? unmeasured("no-capital") : measured(amount.div(total).toNumber());
  return {
    holdings: context.lines.map(({ instrument }, line) => ({
      instrument,
      quantity: state.quantities[line]!,
      baseMarketValue: values[line]!,
      weight: weight(values[line]!),
      targetWeight: weight(targets.lines[line]!),
    })),
    cash: state.cash,
    drift: planDrift(context, state),
    totalDrift: total.isZero() ? unmeasured("no-capital") : measured(driftLeft(context, state).fraction.toNumber()),
  };
}

function planDrift(context: PlanContext, state: PlanState): PlanDrift[] {
  const targets = driftTargets(context, state);
  return drift(targets, context.band).map((line, at) => ({ ...line, kind: targets[at]!.kind }));
}
