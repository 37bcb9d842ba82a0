import { checkedWindow, eachWindow, windowCount } from "./rolling-window.ts";

/** How many items of each window are known, and the sum of their squared deviations from their mean. */
export interface RollingDeviations {
  readonly counts: Int32Array;
  readonly squares: Float64Array;
}

interface RunningDeviations {
  /** The first known item of the walk: means are kept relative to it, so that a large common level costs no digits. */
  origin: number;
  readonly counts: Int32Array;
  readonly means: Float64Array;
  readonly squares: Float64Array;
}

/**
 * The sum of squared deviations of the known items of each window from their mean.
 *
 * Running moments of the end of one block and the beginning of the next are merged (Chan, Golub and LeVeque, 1979).
 *
 * Cost: O(items), whatever the window.
 *
 * @throws {PortfolioError} `argument-out-of-range`: the window is no whole number above 0
 * @see docs/methods/rolling.md
 */
export function rollingDeviations(values: Float64Array, window: number): RollingDeviations {
  const size = windowCount(values.length, checkedWindow(window));
  const into = { counts: new Int32Array(size), squares: new Float64Array(size) };
  const [ends, begins] = [runningDeviations(window), runningDeviations(window)];
  eachWindow(values.length, window, {
    back: (from, steps) => walkDeviations(values, ends, from, -1, steps),
    on: (from, steps) => walkDeviations(values, begins, from, 1, steps),
    merge: (first, beginning, count) => mergeDeviations(into, first, ends, begins, beginning, count),
  });
  return into;
}

function mergeDeviations(
  { counts, squares }: RollingDeviations,
  first: number,
  ends: RunningDeviations,
  begins: RunningDeviations,
  beginning: number,
  count: number,
): void {
  const window = ends.counts.length - 1;
  const originsApart = begins.origin - ends.origin;
  for (let at = first, begin = beginning; at < first + count; at++, begin++) {
    const end = window - begin;
    const before = ends.counts[end]!;
    const after = begins.counts[begin]!;
    const apart = originsApart + (begins.means[begin]! - ends.means[end]!);
    const between = before === 0 || after === 0 ? 0 : apart * apart * ((before * after) / (before + after));
    counts[at] = before + after;
    squares[at] = ends.squares[end]! + begins.squares[begin]! + between;
  }
}

function runningDeviations(window: number): RunningDeviations {
  const size = window + 1;
  return { origin: 0, counts: new Int32Array(size), means: new Float64Array(size), squares: new Float64Array(size) };
}

function walkDeviations(
  values: Float64Array,
  into: RunningDeviations,
  start: number,
  step: 1 | -1,
  steps: number,
): void {
  const { counts, means, squares } = into;
  let count = 0;
  let mean = 0;
  let sum = 0;
  let origin = 0;
  for (let done = 1, at = start; done <= steps; done++, at += step) {
    const value = values[at]!;
    if (Number.isFinite(value)) {
      if (count === 0) origin = value;
      const apart = value - origin - mean;
      const share = apart / ++count;
      mean += share;
      sum += apart * share * (count - 1);
    }
    counts[done] = count;
    means[done] = mean;
    squares[done] = sum;
  }
  into.origin = origin;
}
