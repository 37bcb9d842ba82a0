/** The returns that are known, in their order: what is no finite number is left out. Always a copy. */
export function knownReturns(returns: ArrayLike<number>): Float64Array {
  const known = new Float64Array(returns.length);
  let count = 0;
  for (let i = 0; i < returns.length; i++) {
    const value = returns[i]!;
    if (Number.isFinite(value)) known[count++] = value;
  }
  return known.subarray(0, count);
}
