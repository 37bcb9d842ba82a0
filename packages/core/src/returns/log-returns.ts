import { simpleReturns } from "./simple-returns.ts";

/**
 * Log returns of a price: ln(p / previous p), one fewer than there are prices.
 *
 * They add up over time where simple returns are linked. Every other measure takes simple returns.
 *
 * Undefined: NaN as in {@link simpleReturns}.
 *
 * @see docs/methods/return-series.md
 */
export function logReturns(prices: ArrayLike<number>): Float64Array {
  return simpleReturns(prices).map((change, i) => (change > -0.5 ? Math.log1p(change) : logOfRatio(prices, i)));
}

/** A great fall has lost digits in p / previous p - 1; its ratio has not. */
function logOfRatio(prices: ArrayLike<number>, i: number): number {
  return prices[i]! > 0 && prices[i + 1]! > 0 ? Math.log(prices[i + 1]! / prices[i]!) : Number.NaN;
}
