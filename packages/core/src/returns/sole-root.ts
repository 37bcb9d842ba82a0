import type { TimedFlows } from "./timed-flows.ts";

/** What rounding may leave in the partial sums of terms, in parts of their magnitude. */
const rounding = 1e-11;

/**
 * Whether a root u of the present value is the only one there is: true when the sums of the first k discounted flows,
 * for every k before the last, all have one sign.
 *
 * With S(t) the sum up to t, the present value at another w is (w - u) x the integral of S(t) e^(-(w - u) t), because
 * S is 0 after the last flow; it cannot vanish where S keeps its sign. In words: the investor is always invested, never
 * indebted to the investment, at this rate. False says nothing: there may be one root or several.
 */
export function isSoleRoot({ days, amounts, daysPerYear }: TimedFlows, u: number): boolean {
  const origin = u < 0 ? days.at(-1)! : 0;
  const sign = Math.sign(amounts[0]!);
  let sum = 0;
  let magnitude = 0;
  for (let i = 0; i < amounts.length - 1; i++) {
    const term = amounts[i]! * Math.exp((-u * (days[i]! - origin)) / daysPerYear);
    sum += term;
    magnitude += Math.abs(term);
    if (!(sign * sum > rounding * magnitude)) return false;
  }
  return true;
}
