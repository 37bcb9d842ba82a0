import { compensatedSum, mean } from "../series/compensated-sum.ts";

/** Below this a deviation counts as zero: what is left is rounding. */
export const noVariation: number = 1e-15;

/**
 * Sample standard deviation (n - 1), in two passes with compensated sums.
 *
 * NaN for fewer than two values, so callers check first.
 */
export function standardDeviation(values: Float64Array): number {
  const center = mean(values);
  const squares = compensatedSum(values.map((value) => (value - center) ** 2));
  return Math.sqrt(squares / (values.length - 1));
}
