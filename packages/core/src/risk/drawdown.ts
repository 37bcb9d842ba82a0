import type { Measured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { gapInReturns } from "../series/gap-in-returns.ts";

/** A wealth this near to its peak is back at it: what is left is rounding. */
const atPeak = 1e-14;

/**
 * Fall from the running peak after each return, as a negative fraction or 0.
 *
 * Wealth starts at 1 before the first return, so a first loss counts. Always on returns, never on money values, which
 * would mix in deposits. Below 1e-14 it is 0: 20 % down and 25 % up are back at the peak. NaN from the first unknown
 * return on.
 *
 * @see docs/methods/drawdown.md
 */
export function drawdownSeries(returns: ArrayLike<number>): Float64Array {
  const series = new Float64Array(returns.length);
  // Wealth as a share of its peak: never out of range, and rounding starts anew at each peak.
  let share = 1;
  for (let i = 0; i < returns.length; i++) {
    share *= 1 + returns[i]!;
    if (share > 1) share = 1;
    series[i] = drawdownOf(share);
  }
  return series;
}

/** The drawdown of a wealth that is so large a share of its peak. */
export function drawdownOf(share: number): number {
  return share > 1 - atPeak ? 0 : share - 1;
}

/** The deepest fall and where it began and ended: `peak` is -1 when it began before the first return. */
export interface DeepestDrawdown {
  readonly depth: number;
  readonly peak: number;
  readonly trough: number;
}

/** The deepest drawdown of a series of returns; undefined when there is no return, never a fall, or one beyond all doubles. */
export function deepestDrawdown(returns: ArrayLike<number>): DeepestDrawdown | undefined {
  const series = drawdownSeries(returns);
  let trough = -1;
  for (let i = 0; i < series.length; i++) if (series[i]! < (series[trough] ?? 0)) trough = i;
  if (!Number.isFinite(series[trough])) return undefined;
  let peak = trough;
  while (peak >= 0 && series[peak]! < 0) peak--;
  return { depth: series[trough]!, peak, trough };
}

/**
 * Maximum drawdown: the deepest fall from a peak, as a negative fraction or 0.
 *
 * Undefined: no returns -> `too-few-observations`; one of them is not known -> `missing-price`.
 *
 * @see docs/methods/drawdown.md
 */
export function maxDrawdown(returns: ArrayLike<number>): Measured {
  return gapInReturns(returns) ?? measuredIfFinite(deepestDrawdown(returns)?.depth ?? 0);
}

/**
 * The drawdown after the last return: 0 at a peak. Undefined as {@link maxDrawdown}.
 *
 * From prices: {@link currentDrawdownOfPrices}.
 */
export function currentDrawdown(returns: ArrayLike<number>): Measured {
  return gapInReturns(returns) ?? measuredIfFinite(drawdownSeries(returns).at(-1)!);
}
