import type { TimedFlows } from "./timed-flows.ts";

/** What rounding may leave in the partial sums, in parts of their magnitude. */
const rounding = 1e-11;

/**
 * Whether the present value has no root farther from 0 than u, on the side of u: true when the partial sums of the terms
 * at u all have one sign, from the first flow on where u is positive, from the last one back where it is negative.
 *
 * Laguerre's rule: there are no more roots than changes of sign in the partial sums. False says nothing.
 */
export function hasNoRootBeyond({ days, amounts, daysPerYear }: TimedFlows, u: number): boolean {
  const [origin, step] = u < 0 ? [amounts.length - 1, -1] : [0, 1];
  const sign = Math.sign(amounts[origin]!);
  let sum = 0;
  let magnitude = 0;
  for (let i = origin; i >= 0 && i < amounts.length; i += step) {
    const term = amounts[i]! * Math.exp((-u * (days[i]! - days[origin]!)) / daysPerYear);
    sum += term;
    magnitude += Math.abs(term);
    if (!(sign * sum > rounding * magnitude)) return false;
  }
  return true;
}
