import type { TimedFlows } from "./timed-flows.ts";

/** The present value at u and its derivative by u, to about 13 digits of the terms. */
export interface WalkedValue {
  readonly value: number;
  readonly slope: number;
}

const tableSize = 64;

/**
 * {@link presentValueAt} for Newton's steps: from flow to flow by a factor out of a table of e^(-|u| k / days per year),
 * by `Math.exp` only across gaps of 64 days or more. It walks from the side where the factors shrink.
 *
 * Days must be whole numbers; otherwise the answer is NaN.
 */
export function walkedValue({ days, amounts, daysPerYear }: TimedFlows, u: number): WalkedValue {
  const decay = -Math.abs(u) / daysPerYear;
  const table = powersOf(decay);
  const step = u < 0 ? -1 : 1;
  const origin = u < 0 ? days.length - 1 : 0;
  let factor = 1;
  let value = 0;
  let moment = 0;
  for (let i = origin, before = days[origin]!; i >= 0 && i < days.length; i += step) {
    const gap = Math.abs(days[i]! - before);
    factor *= gap < tableSize ? table[gap]! : Math.exp(decay * gap);
    before = days[i]!;
    value += amounts[i]! * factor;
    moment += amounts[i]! * factor * (before - days[origin]!);
  }
  return { value, slope: -moment / daysPerYear };
}

function powersOf(decay: number): Float64Array {
  const table = new Float64Array(tableSize);
  for (let k = 0; k < tableSize; k++) table[k] = Math.exp(decay * k);
  return table;
}
