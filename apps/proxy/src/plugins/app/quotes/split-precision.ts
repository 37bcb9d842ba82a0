/**
 * Digits after the point that a split-adjusted close needs so that the traded close is not lost.
 *
 * A close traded at 300.35 before a 4:1 split is sent as 75.0875. Rounded to the 2 digits of the price hint it would be
 * 75.09, and 75.09 x 4 = 300.36: a cent of the traded close is gone. The rule: with R the product of all later splits,
 *
 *   digits = priceHint                             if R <= 1 (no later split, or reverse splits only)
 *   digits = priceHint + ceil(log10(R)) + 1        otherwise
 *
 * Rounding errs by at most half a unit of the last digit, which times R is at most a tenth of half a unit at priceHint
 * digits; the rest is room for the float's own noise. So close x R rounds back to the traded close.
 */
export function splitPrecision(priceHint: number, laterSplitRatio: number): number {
  return laterSplitRatio <= 1 ? priceHint : priceHint + Math.ceil(Math.log10(laterSplitRatio)) + 1;
}
