import type { Measured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { gapInReturns } from "../series/gap-in-returns.ts";
import { drawdownOf } from "./drawdown.ts";

/**
 * Fall from the running peak at each item of running returns, where {@link drawdownSeries} takes the returns themselves.
 *
 * Wealth is 1 + the running return, and 1 before the first. NaN from the first unknown one on.
 *
 * @see docs/methods/drawdown.md
 */
export function cumulativeDrawdownSeries(cumulativeReturns: ArrayLike<number>): Float64Array {
  let peak = 1;
  return new Float64Array(cumulativeReturns).map((linked) => {
    // NaN once one is not known, and from there on.
    peak = Math.max(peak, 1 + linked);
    return drawdownOf((1 + linked) / peak);
  });
}

/**
 * Maximum drawdown of running returns, as a negative fraction or 0.
 *
 * Undefined: none -> `too-few-observations`; one of them is not known -> `missing-price`.
 *
 * @see docs/methods/drawdown.md
 */
export function cumulativeMaxDrawdown(cumulativeReturns: ArrayLike<number>): Measured {
  const deepest = (): number =>
    cumulativeDrawdownSeries(cumulativeReturns).reduce((least, fall) => Math.min(least, fall), 0);
  return gapInReturns(cumulativeReturns) ?? measuredIfFinite(deepest());
}
