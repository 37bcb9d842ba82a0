import { productError, sumError } from "../numbers/double-double.ts";

/**
 * The sum of float64 values with Neumaier's compensation: the error does not grow with their number.
 *
 * @see docs/methods/measures.md (sums)
 */
export function compensatedSum(values: Iterable<number>): number {
  const [sum, compensation] = sumInTwo(values);
  return sum + compensation;
}

/**
 * The arithmetic mean, as near as a double can be; NaN for no value, so callers check first.
 *
 * The division is of the sum with its compensation, so the mean of equal values is that value.
 */
export function mean(values: ArrayLike<number> & Iterable<number>): number {
  const [sum, compensation] = sumInTwo(values);
  const count = values.length;
  const first = (sum + compensation) / count;
  const product = first * count;
  const left = sum - product + compensation - productError(first, count, product);
  const exact = left + sumError(sum, -product, sum - product);
  // Beyond a double, or so near its end that a product cannot be split, the plain quotient is all there is.
  return Number.isFinite(exact) ? first + exact / count : first;
}

/** A sum and what rounding took off it. */
function sumInTwo(values: Iterable<number>): [sum: number, compensation: number] {
  let sum = 0;
  let compensation = 0;
  for (const value of values) {
    const next = sum + value;
    compensation += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return [sum, compensation];
}
