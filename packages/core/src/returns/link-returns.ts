/** Running linked returns: item i is the product of (1 + r) up to i, less 1. NaN from the first unknown return on. */
export function cumulativeReturns(returns: ArrayLike<number>): Float64Array {
  const linked = new Float64Array(returns.length);
  let growth = 1;
  for (let i = 0; i < returns.length; i++) {
    growth *= 1 + returns[i]!;
    linked[i] = growth - 1;
  }
  return linked;
}
