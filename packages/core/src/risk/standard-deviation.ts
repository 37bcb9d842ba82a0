import { compensatedSum, mean } from "../series/compensated-sum.ts";

/** Below this a deviation counts as zero: what is left is rounding. */
export const noVariation: number = 1e-15;

/**
 * Sample standard deviation (n - 1), in two passes with compensated sums.
 *
 * What the mean lost to rounding is taken off again (Chan, Golub and LeVeque, 1983), so that a large common level costs
 * no digits. NaN for fewer than two values, so callers check first.
 */
export function standardDeviation(values: Float64Array): number {
  const center = mean(values);
  const apart = values.map((value) => value - center);
  const rest = compensatedSum(apart);
  const squares = compensatedSum(apart.map((value) => value * value)) - (rest * rest) / values.length;
  return Math.sqrt(Math.max(squares, 0) / (values.length - 1));
}
