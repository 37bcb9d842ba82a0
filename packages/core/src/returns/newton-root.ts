import { presentValueAt } from "./present-value.ts";
import type { TimedFlows } from "./timed-flows.ts";
import { walkedValue } from "./walked-value.ts";

/** ln 1.1: the growth of a common year. */
const start = 0.09531017980432487;
const closeEnough = 2e-13;
/** A root is certified by a change of sign so close around it, relative beyond 1. */
const certainty = 1e-12;

/**
 * A root of the present value by Newton's method from ln 1.1, polished by one step of full precision and certified by a
 * change of sign within 1e-12 of it; undefined where that does not come about in a few steps.
 */
export function newtonRoot(flows: TimedFlows): number | undefined {
  let u = start;
  for (let step = 0; step < 40; step++) {
    const { value, slope } = walkedValue(flows, u);
    const change = value / slope;
    if (!Number.isFinite(change) || Math.abs(change) > 10) return undefined;
    u -= change;
    if (Math.abs(change) < closeEnough * Math.max(1, Math.abs(u))) return certified(flows, u);
  }
  return undefined;
}

function certified(flows: TimedFlows, u: number): number | undefined {
  const polished = u - presentValueAt(flows, u).value / walkedValue(flows, u).slope;
  const reach = certainty * Math.max(1, Math.abs(polished));
  const below = walkedValue(flows, polished - reach).value;
  const above = walkedValue(flows, polished + reach).value;
  return below * above < 0 ? polished : undefined;
}
