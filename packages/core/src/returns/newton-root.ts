import { mirrored } from "./mirrored-flows.ts";
import type { TimedFlows } from "./timed-flows.ts";
import { walkedValue, type WalkedValue } from "./walked-value.ts";

/** ln 1.1: the growth of a common year. */
const start = 0.09531017980432487;
/** What a step below this leaves over is far below the last digit, for each step leaves the cube of the one before. */
const lastStep = 1e-6;
/** A root is certified by a change of sign so close around it, in parts of it beyond 1. */
const certainty = 1e-12;
/** What rounding may leave in a present value, in parts of the magnitudes added up. */
const rounding = 1e-14;

/**
 * A root of the present value by Newton's method in the form of Halley, from ln 1.1; undefined where none comes about in
 * a few steps that is certain: one around which the sign changes within 1e-12.
 */
export function newtonRoot(flows: TimedFlows): number | undefined {
  const valueAt = onEitherSide(flows);
  let u = start;
  for (let step = 0; step < 40; step++) {
    const at = valueAt(u);
    const newton = at.value / at.slope;
    const change = newton / (1 - (newton * at.curvature) / (2 * at.slope));
    if (!(Math.abs(change) < 10)) return undefined;
    u -= change;
    if (Math.abs(change) < lastStep) return isCertain(at, u) ? u : undefined;
  }
  return undefined;
}

/** The present value on either side of 0; below, time runs backwards, so that factors shrink there, too. */
function onEitherSide(flows: TimedFlows): (u: number) => WalkedValue {
  let backwards: TimedFlows | undefined;
  return (u) => {
    if (u >= 0) return walkedValue(flows, u);
    const below = walkedValue((backwards ??= mirrored(flows)), -u);
    return { ...below, slope: -below.slope };
  };
}

/** Within the certainty the slope moves the present value by more than rounding can. */
function isCertain({ slope, size }: WalkedValue, u: number): boolean {
  return Math.abs(slope) * certainty * Math.max(1, Math.abs(u)) > rounding * size;
}
