/**
 * Simple returns of a price: p / previous p - 1, one fewer than there are prices.
 *
 * Units: fractions per period.
 * Shape: prices in the order of time, without flows or splits between them.
 * Undefined: a price that is not known, or not above 0, leaves the return before and after it NaN: not known; so does a
 * rise beyond the range of a double.
 *
 * @see docs/methods/return-series.md
 */
export function simpleReturns(prices: ArrayLike<number>): Float64Array {
  return returnsOf(prices, (from, to) => (to - from) / from);
}

/** The change from each price to the next; NaN where either is no price or the change no finite number. */
export function returnsOf(prices: ArrayLike<number>, change: (from: number, to: number) => number): Float64Array {
  const returns = new Float64Array(Math.max(prices.length - 1, 0)).fill(Number.NaN);
  for (let i = 0; i < returns.length; i++) {
    const from = prices[i]!;
    const to = prices[i + 1]!;
    if (!isPrice(from) || !isPrice(to)) continue;
    const value = change(from, to);
    if (Number.isFinite(value)) returns[i] = value;
  }
  return returns;
}

function isPrice(value: number): boolean {
  return value > 0 && Number.isFinite(value);
}
