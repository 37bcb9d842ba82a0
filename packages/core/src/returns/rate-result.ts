import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { logGrowth } from "./log-growth.ts";
import { newtonRoot } from "./newton-root.ts";
import { rateRoots, singleRateRoot } from "./rate-roots.ts";
import { isSoleRate } from "./sole-rate.ts";
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
  const changes = signChanges(flows.amounts);
  const roots = changes === 0 ? [] : rates(flows, changes).filter(Number.isFinite);
  const nearest = roots.toSorted((a, b) => Math.abs(a) - Math.abs(b))[0];
  if (nearest !== undefined) return { rate: measured(nearest), roots, isUnique: roots.length === 1 };
  // Unknown amounts end here, too: nothing that is worked out with them is a root.
  const without = changes === 0 ? "no-sign-change" : "did-not-converge";
  const reason = flows.amounts.every(Number.isFinite) ? without : "missing-price";
  return { rate: unmeasured(reason), roots, isUnique: false };
}

/** Two flows have a rate in closed form. */
function rateOfTwo({ days, amounts, daysPerYear }: TimedFlows): number {
  return Math.expm1(logGrowth(Math.abs(amounts[0]!), Math.abs(amounts[1]!)) * (daysPerYear / days[1]!));
}

/** Newton's root where it can be shown to be the only one; otherwise all that a search finds. */
function rates(flows: TimedFlows, changes: 1 | 2): number[] {
  if (flows.amounts.length === 2) return [rateOfTwo(flows)];
  const root = flows.areWholeDays ? newtonRoot(flows) : undefined;
  if (root !== undefined && (changes === 1 || isSoleRate(flows, root))) return [Math.expm1(root)];
  return (changes === 1 ? singleRateRoot(flows) : rateRoots(flows)).map(Math.expm1);
}

/** How often the amounts change their sign: none, once, or several times, which counts as 2. */
function signChanges(amounts: Float64Array): 0 | 1 | 2 {
  let changes = 0;
  for (let i = 1; i < amounts.length && changes < 2; i++) if (amounts[i - 1]! < 0 !== amounts[i]! < 0) changes++;
  return changes as 0 | 1 | 2;
}
