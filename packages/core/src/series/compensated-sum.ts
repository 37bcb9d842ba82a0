import { productError, sumError } from "../numbers/double-double.ts";

/**
 * The sum of float64 values with the error of each addition added up beside it (Neumaier's compensation, without his
 * branch): the error does not grow with their number.
 *
 * @see docs/methods/measures.md (sums)
 */
export function compensatedSum(values: ArrayLike<number>): number {
  const { sum, rest } = sumInTwo(values);
  return sum + rest;
}

/**
 * The arithmetic mean, as near as a double can be; NaN for no value, so callers check first.
 *
 * The division is of the sum with its compensation, so the mean of equal values is that value.
 */
export function mean(values: ArrayLike<number>): number {
  const { sum, rest } = sumInTwo(values);
  const count = values.length;
  const first = (sum + rest) / count;
  const product = first * count;
  const left = sum - product;
  const exact = left + rest - productError(first, count, product) + sumError(sum, -product, left);
  // So near the end of doubles that a product cannot be split, the plain quotient is all there is.
  return Number.isFinite(exact) ? first + exact / count : first;
}

/** A sum and what rounding took off it. */
function sumInTwo(values: ArrayLike<number>): { readonly sum: number; readonly rest: number } {
  let sum = 0;
  let rest = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const next = sum + value;
    rest += sumError(sum, value, next);
    sum = next;
  }
  return { sum, rest };
}
