import { type Measured, measured, type UndefinedReason, unmeasured } from "../outcome/measured.ts";
import { logGrowth } from "./log-growth.ts";
import { newtonRoot } from "./newton-root.ts";
import { rateRoots, singleRateRoot } from "./rate-roots.ts";
import { isSoleRoot } from "./sole-root.ts";
import type { TimedFlows } from "./timed-flows.ts";

/** The answer to a money-weighted question: the rate nearest 0, all rates there are, and whether there is just one. */
export interface RateResult {
  readonly rate: Measured;
  /** All rates, ascending. */
  readonly roots: readonly number[];
  readonly isUnique: boolean;
}

/** Every rate at which timed flows have the present value 0, and the one to state. */
export function rateResult(flows: TimedFlows): RateResult {
  if (!flows.amounts.every(Number.isFinite)) return withoutRate("missing-price");
  const changes = signChanges(flows.amounts);
  if (changes === 0) return withoutRate("no-sign-change");
  const roots = (flows.amounts.length === 2 ? [rateOfTwo(flows)] : rates(flows, changes)).filter(Number.isFinite);
  const nearest = roots.toSorted((a, b) => Math.abs(a) - Math.abs(b))[0];
  if (nearest === undefined) return withoutRate("did-not-converge");
  return { rate: measured(nearest), roots, isUnique: roots.length === 1 };
}

function withoutRate(reason: UndefinedReason): RateResult {
  return { rate: unmeasured(reason), roots: [], isUnique: false };
}

/** Two flows have a rate in closed form. */
function rateOfTwo({ days, amounts, daysPerYear }: TimedFlows): number {
  return Math.expm1(logGrowth(Math.abs(amounts[0]!), Math.abs(amounts[1]!)) * (daysPerYear / days[1]!));
}

/** Newton's root where it can be shown to be the only one; otherwise all that a search finds. */
function rates(flows: TimedFlows, changes: number): number[] {
  const root = newtonRoot(flows);
  if (root !== undefined && (changes === 1 || isSoleRoot(flows, root))) return [Math.expm1(root)];
  return (changes === 1 ? singleRateRoot(flows) : rateRoots(flows)).map(Math.expm1);
}

function signChanges(amounts: Float64Array): number {
  let changes = 0;
  for (let i = 1; i < amounts.length; i++) if (amounts[i - 1]! < 0 !== amounts[i]! < 0) changes++;
  return changes;
}
