import { productError, sumError } from "../numbers/double-double.ts";
import { checkedWindow, eachWindow, windowCount } from "./rolling-window.ts";

/** Running products of (1 + r) as pairs of doubles: high + low. */
interface RunningGrowth {
  readonly highs: Float64Array;
  readonly lows: Float64Array;
}

/**
 * The product of (1 + r) of each window, less 1, as if rounded once; NaN where a return of the window is not known.
 *
 * Products are never divided, so a total loss that has left leaves no trace.
 *
 * Cost: O(items), whatever the window.
 *
 * @throws {PortfolioError} `argument-out-of-range`: the window is no whole number above 0
 */
export function rollingGrowth(returns: Float64Array, window: number): Float64Array {
  const growth = new Float64Array(windowCount(returns.length, checkedWindow(window)));
  const [ends, begins] = [runningGrowth(window), runningGrowth(window)];
  eachWindow(returns.length, window, {
    back: (from, steps) => walkGrowth(returns, ends, from, -1, steps),
    on: (from, steps) => walkGrowth(returns, begins, from, 1, steps),
    merge: (first, beginning, count) => mergeGrowth(growth, first, ends, begins, beginning, count),
  });
  return growth;
}

function mergeGrowth(
  growth: Float64Array,
  first: number,
  ends: RunningGrowth,
  begins: RunningGrowth,
  beginning: number,
  count: number,
): void {
  const window = ends.highs.length - 1;
  for (let at = first, begin = beginning; at < first + count; at++, begin++) {
    const end = window - begin;
    const high = ends.highs[end]!;
    const other = begins.highs[begin]!;
    const product = high * other;
    const low = productError(high, other, product) + high * begins.lows[begin]! + ends.lows[end]! * other;
    const less = product - 1;
    growth[at] = less + (sumError(product, -1, less) + low);
  }
}

function runningGrowth(window: number): RunningGrowth {
  return { highs: new Float64Array(window + 1).fill(1), lows: new Float64Array(window + 1) };
}

function walkGrowth(
  returns: Float64Array,
  { highs, lows }: RunningGrowth,
  start: number,
  step: 1 | -1,
  steps: number,
): void {
  let high = 1;
  let low = 0;
  for (let done = 1, at = start; done <= steps; done++, at += step) {
    const factor = 1 + returns[at]!;
    const next = high * factor;
    const error = productError(high, factor, next) + (high * sumError(1, returns[at]!, factor) + low * factor);
    high = next + error;
    low = error - (high - next);
    highs[done] = high;
    lows[done] = low;
  }
}
