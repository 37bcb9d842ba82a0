import { checkedLength } from "./checked-length.ts";
import { checkedWindow, eachWindow, windowCount } from "./rolling-window.ts";

/**
 * Of each window: how many pairs are known, the sums of squared deviations from their means, and the sum of products of
 * both deviations. Beta is products / otherSquares, correlation products / the square root of both squares.
 */
export interface RollingPairDeviations {
  readonly counts: Int32Array;
  readonly squares: Float64Array;
  readonly otherSquares: Float64Array;
  readonly products: Float64Array;
}

interface RunningPairs extends RollingPairDeviations {
  /** The first known pair of the walk: means are kept relative to it. */
  origin: number;
  otherOrigin: number;
  readonly means: Float64Array;
  readonly otherMeans: Float64Array;
}

/**
 * The sums of squared deviations of two series in each window, and of their products: what rolling beta and correlation
 * are made of.
 *
 * A pair of which either item is not known (NaN) is left out.
 *
 * Cost: O(items), whatever the window.
 *
 * @throws {PortfolioError} `length-mismatch`: the series differ in length; `argument-out-of-range`: the window is no whole
 *   number above 0
 * @see docs/methods/rolling.md
 */
export function rollingPairDeviations(
  values: Float64Array,
  others: Float64Array,
  window: number,
): RollingPairDeviations {
  checkedLength(others, values.length);
  const result = pairColumns(windowCount(values.length, checkedWindow(window)));
  const [ends, begins] = [runningPairs(window), runningPairs(window)];
  eachWindow(values.length, window, {
    back: (from, steps) => walkPairs(values, others, ends, from, -1, steps),
    on: (from, steps) => walkPairs(values, others, begins, from, 1, steps),
    merge: (first, beginning, count) => mergePairs(result, first, ends, begins, beginning, count),
  });
  return result;
}

function pairColumns(size: number): RollingPairDeviations {
  const [squares, otherSquares, products] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  return { counts: new Int32Array(size), squares, otherSquares, products };
}

function runningPairs(window: number): RunningPairs {
  const [means, otherMeans] = [new Float64Array(window + 1), new Float64Array(window + 1)];
  return { ...pairColumns(window + 1), origin: 0, otherOrigin: 0, means, otherMeans };
}

function mergePairs(
  { counts, squares, otherSquares, products }: RollingPairDeviations,
  first: number,
  ends: RunningPairs,
  begins: RunningPairs,
  beginning: number,
  count: number,
): void {
  const window = ends.counts.length - 1;
  const originsApart = begins.origin - ends.origin;
  const otherOriginsApart = begins.otherOrigin - ends.otherOrigin;
  for (let at = first, begin = beginning; at < first + count; at++, begin++) {
    const end = window - begin;
    const before = ends.counts[end]!;
    const after = begins.counts[begin]!;
    const weight = before === 0 || after === 0 ? 0 : (before * after) / (before + after);
    const apart = originsApart + (begins.means[begin]! - ends.means[end]!);
    const otherApart = otherOriginsApart + (begins.otherMeans[begin]! - ends.otherMeans[end]!);
    counts[at] = before + after;
    squares[at] = ends.squares[end]! + begins.squares[begin]! + apart * apart * weight;
    otherSquares[at] = ends.otherSquares[end]! + begins.otherSquares[begin]! + otherApart * otherApart * weight;
    products[at] = ends.products[end]! + begins.products[begin]! + apart * otherApart * weight;
  }
}

function walkPairs(
  values: Float64Array,
  others: Float64Array,
  into: RunningPairs,
  start: number,
  step: 1 | -1,
  steps: number,
): void {
  const { counts, means, otherMeans, squares, otherSquares, products } = into;
  let count = 0;
  let mean = 0;
  let otherMean = 0;
  let sum = 0;
  let otherSum = 0;
  let productSum = 0;
  let origin = 0;
  let otherOrigin = 0;
  for (let done = 1, at = start; done <= steps; done++, at += step) {
    const value = values[at]!;
    const other = others[at]!;
    if (Number.isFinite(value) && Number.isFinite(other)) {
      if (count === 0) [origin, otherOrigin] = [value, other];
      const apart = value - origin - mean;
      const otherApart = other - otherOrigin - otherMean;
      const share = apart / ++count;
      const otherShare = otherApart / count;
      mean += share;
      otherMean += otherShare;
      sum += apart * share * (count - 1);
      otherSum += otherApart * otherShare * (count - 1);
      productSum += apart * otherShare * (count - 1);
    }
    counts[done] = count;
    means[done] = mean;
    otherMeans[done] = otherMean;
    squares[done] = sum;
    otherSquares[done] = otherSum;
    products[done] = productSum;
  }
  into.origin = origin;
  into.otherOrigin = otherOrigin;
}
