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
  const apart = new Float64Array(values.length);
  const squares = new Float64Array(values.length);
  // Loops: `map` of a typed array takes several times as long.
  for (let i = 0; i < values.length; i++) {
    apart[i] = values[i]! - center;
    squares[i] = apart[i]! * apart[i]!;
  }
  const rest = compensatedSum(apart);
  const sum = compensatedSum(squares) - (rest * rest) / values.length;
  return Math.sqrt(Math.max(sum, 0) / (values.length - 1));
}
