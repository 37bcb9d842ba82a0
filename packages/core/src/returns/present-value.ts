/** Flows added up by day, as years from the earliest, in time order. */
export interface TimedFlows {
  readonly years: Float64Array;
  readonly amounts: Float64Array;
}

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
export function presentValueAt({ years, amounts }: TimedFlows, u: number): PresentValue {
  const origin = u < 0 ? years.at(-1)! : 0;
  let value = 0;
  let compensation = 0;
  let magnitude = 0;
  for (let i = 0; i < amounts.length; i++) {
    const term = amounts[i]! * Math.exp(-u * (years[i]! - origin));
    const next = value + term;
    compensation += Math.abs(value) >= Math.abs(term) ? value - next + term : term - next + value;
    value = next;
    magnitude += Math.abs(term);
  }
  return { value: value + compensation, magnitude };
}
