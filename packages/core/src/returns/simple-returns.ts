/**
 * Simple returns of a price: p / previous p - 1, one fewer than there are prices.
 *
 * Units: fractions per period.
 * Shape: prices in the order of time, without flows or splits between them.
 * Undefined: a price that is not known, or not above 0, leaves the return before and after it NaN: not known.
 *
 * @see docs/methods/return-series.md
 */
export function simpleReturns(prices: ArrayLike<number>): Float64Array {
  const returns = new Float64Array(Math.max(prices.length - 1, 0));
  for (let i = 0; i < returns.length; i++) {
    const [from, to] = [prices[i]!, prices[i + 1]!];
    returns[i] = isPrice(from) && isPrice(to) ? (to - from) / from : Number.NaN;
  }
  return returns;
}

function isPrice(value: number): boolean {
  return value > 0 && Number.isFinite(value);
}
