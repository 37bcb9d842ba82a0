/**
 * The sum of float64 values with Neumaier's compensation: the error does not grow with their number.
 *
 * @see docs/methods/measures.md (sums)
 */
export function compensatedSum(values: Iterable<number>): number {
  let sum = 0;
  let compensation = 0;
  for (const value of values) {
    const next = sum + value;
    compensation += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + compensation;
}

/** The arithmetic mean; NaN for no value, so callers check first. */
export function mean(values: ArrayLike<number> & Iterable<number>): number {
  return compensatedSum(values) / values.length;
}
