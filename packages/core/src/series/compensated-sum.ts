/**
 * The sum of float64 values, each less `origin`, with Neumaier's compensation: the error does not grow with their number.
 *
 * @see docs/methods/measures.md (sums)
 */
export function compensatedSum(values: Iterable<number>, origin: number = 0): number {
  let sum = 0;
  let compensation = 0;
  for (const item of values) {
    const value = item - origin;
    const next = sum + value;
    compensation += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + compensation;
}

/**
 * The arithmetic mean, as near as a double can be; NaN for no value, so callers check first.
 *
 * A second pass takes off what the division rounded: the mean of equal values is that value.
 */
export function mean(values: ArrayLike<number> & Iterable<number>): number {
  const first = compensatedSum(values) / values.length;
  return first + compensatedSum(values, first) / values.length;
}
