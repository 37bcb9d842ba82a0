/**
 * Quantile of type 7: linear between the two nearest values, as in Excel, numpy and R by default.
 *
 * NaN for no value, so callers check first. `share` lies between 0 and 1.
 */
export function quantile(ascending: Float64Array, share: number): number {
  const position = (ascending.length - 1) * share;
  const below = Math.floor(position);
  const low = ascending[below] ?? Number.NaN;
  const high = ascending[below + 1] ?? low;
  // By the fraction from each end, so that neither a difference of huge values nor equal ones lose anything.
  const weight = position - below;
  return low === high ? low : low * (1 - weight) + high * weight;
}
