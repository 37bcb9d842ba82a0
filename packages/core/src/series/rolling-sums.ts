import { sumError } from "../numbers/double-double.ts";
import { checkedWindow, eachWindow, windowCount } from "./rolling-window.ts";

/** How many items of each window are known, and their sum; item i is the window from i to i + window - 1. */
export interface RollingSums {
  readonly counts: Int32Array;
  readonly sums: Float64Array;
}

interface RunningSums {
  readonly counts: Int32Array;
  /** Sums as pairs of doubles: high + low. */
  readonly highs: Float64Array;
  readonly lows: Float64Array;
}

/**
 * The sum of the known items of each window, as if rounded once: a great value that has left leaves no trace.
 *
 * Cost: O(items), whatever the window.
 *
 * @throws {PortfolioError} `argument-out-of-range`: the window is no whole number above 0
 * @see docs/methods/rolling.md
 */
export function rollingSums(values: Float64Array, window: number): RollingSums {
  const size = windowCount(values.length, checkedWindow(window));
  const into = { counts: new Int32Array(size), sums: new Float64Array(size) };
  const [ends, begins] = [runningSums(window), runningSums(window)];
  eachWindow(values.length, window, {
    back: (from, steps) => walkSums(values, ends, from, -1, steps),
    on: (from, steps) => walkSums(values, begins, from, 1, steps),
    merge: (first, beginning, count) => mergeSums(into, first, ends, begins, beginning, count),
  });
  return into;
}

function mergeSums(
  { counts, sums }: RollingSums,
  first: number,
  ends: RunningSums,
  begins: RunningSums,
  beginning: number,
  count: number,
): void {
  const window = ends.counts.length - 1;
  for (let at = first, begin = beginning; at < first + count; at++, begin++) {
    const end = window - begin;
    const high = ends.highs[end]!;
    const other = begins.highs[begin]!;
    const sum = high + other;
    counts[at] = ends.counts[end]! + begins.counts[begin]!;
    sums[at] = sum + (sumError(high, other, sum) + (ends.lows[end]! + begins.lows[begin]!));
  }
}

function runningSums(window: number): RunningSums {
  const size = window + 1;
  return { counts: new Int32Array(size), highs: new Float64Array(size), lows: new Float64Array(size) };
}

function walkSums(
  values: Float64Array,
  { counts, highs, lows }: RunningSums,
  start: number,
  step: 1 | -1,
  steps: number,
): void {
  let count = 0;
  let high = 0;
  let low = 0;
  for (let done = 1, at = start; done <= steps; done++, at += step) {
    const value = values[at]!;
    if (Number.isFinite(value)) {
      const sum = high + value;
      low += sumError(high, value, sum);
      high = sum;
      count++;
    }
    counts[done] = count;
    highs[done] = high;
    lows[done] = low;
  }
}
