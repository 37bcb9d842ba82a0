import { Decimal } from "../numbers/decimal.ts";
import { exactDifference, exactSum } from "../numbers/exact-sum.ts";
import type { PlanContext } from "./plan-context.ts";
import { type PlanState, valuesOf } from "./plan-state.ts";
import type { PlanDrift } from "./rebalance-plan.ts";

/** A target with what is held of it. */
export interface DriftTarget extends Pick<PlanDrift, "kind" | "key" | "marketValue"> {
  readonly target: Decimal;
}

/** Every target, what is held without one, and cash above the reserve. */
export function driftTargets(context: PlanContext, state: PlanState): DriftTarget[] {
  const values = valuesOf(context, state);
  const wished = context.targets.map(({ kind, key, weight, members }) => ({
    kind,
    key,
    target: weight,
    marketValue: exactSum(members.map(({ line }) => values[line]!)),
  }));
  const others = context.lines.flatMap(({ instrument, isTargeted }, line): DriftTarget[] =>
    isTargeted || values[line]!.isZero()
      ? []
      : [{ kind: "instrument", key: instrument, target: new Decimal(0), marketValue: values[line]! }],
  );
  const weights = context.targets.reduce((sum, { weight }) => sum.plus(weight), new Decimal(0));
  const target = Decimal.max(0, new Decimal(1).minus(weights));
  const marketValue = exactDifference(state.cash, context.reserve);
  return [...wished, ...others, { kind: "cash", key: "cash", target, marketValue }];
}
