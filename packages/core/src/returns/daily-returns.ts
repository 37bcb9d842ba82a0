import type { ValueSeries } from "../series/value-series.ts";

/**
 * The return of each calendar day after the first, as fractions.
 *
 * r = (V + out) / (V(previous) + in) - 1: money that arrives is at work on its first day, money that leaves was at work
 * on its last. 0 when nothing was at work. NaN when a value or flow of the day is not known, or capital is negative.
 *
 * @see docs/methods/time-weighted-return.md
 */
export function dailyReturns({ values, inflows, outflows }: ValueSeries): Float64Array {
  const returns = new Float64Array(Math.max(values.length - 1, 0));
  for (let d = 1; d < values.length; d++) {
    const atWork = values[d - 1]! + inflows[d]!;
    if (atWork > 0) returns[d - 1] = (values[d]! + outflows[d]! - atWork) / atWork;
    else returns[d - 1] = atWork === 0 ? 0 : Number.NaN;
  }
  return returns;
}
