import type { TimedFlows } from "./timed-flows.ts";

/** The value of timed flows at the growth rate u = ln(1 + r), and the size its rounding error is judged by. */
export interface PresentValue {
  readonly value: number;
  /** Sum of the magnitudes of the terms. */
  readonly magnitude: number;
}

/**
 * Sum of a x e^(-u t), scaled by e^(u t-max) where u is negative so that nothing overflows: the sign and the roots are
 * those of the present value.
 */
export function presentValueAt({ days, amounts, daysPerYear }: TimedFlows, u: number): PresentValue {
  const origin = u < 0 ? days.at(-1)! : 0;
  let value = 0;
  let compensation = 0;
  let magnitude = 0;
  for (let i = 0; i < amounts.length; i++) {
    const term = amounts[i]! * Math.exp((-u * (days[i]! - origin)) / daysPerYear);
    const next = value + term;
    compensation += Math.abs(value) >= Math.abs(term) ? value - next + term : term - next + value;
    value = next;
    magnitude += Math.abs(term);
  }
  return { value: value + compensation, magnitude };
}
