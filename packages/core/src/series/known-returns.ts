/** The returns that are known, in their order: what is no finite number is left out. */
export function knownReturns(returns: ArrayLike<number>): Float64Array {
  return Float64Array.from(returns).filter((value) => Number.isFinite(value));
}
