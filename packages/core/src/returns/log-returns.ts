import { returnsOf } from "./simple-returns.ts";

/**
 * Log returns of a price: ln(p / previous p), one fewer than there are prices.
 *
 * They add up over time where simple returns are linked. Every other measure takes simple returns.
 *
 * Undefined: NaN beside a price that is not known, or not above 0.
 *
 * @see docs/methods/return-series.md
 */
export function logReturns(prices: ArrayLike<number>): Float64Array {
  return returnsOf(prices, (from, to) => {
    const change = (to - from) / from;
    // Small changes keep their digits in p / previous p - 1, great ones in the logarithms.
    return Math.abs(change) < 0.5 ? Math.log1p(change) : Math.log(to) - Math.log(from);
  });
}
