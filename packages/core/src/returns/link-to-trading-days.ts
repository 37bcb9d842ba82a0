import { requireSameLength } from "../series/require-same-length.ts";

/**
 * Returns of trading days: each calendar-day return on other days is linked into the next trading day.
 *
 * Shape: `isTrading[i]` belongs to `returns[i]`: `tradingDays` has an item for the first day too, which no return belongs
 * to, so leave that one out. What follows the last trading day is left out.
 *
 * @throws {PortfolioError} `length-mismatch`: there are not as many returns as days
 * @see docs/methods/return-series.md
 * @example
 * // A week from its first close on: `isTrading` without the item of that close.
 * const isTrading = Uint8Array.of(1, 1, 0, 0, 1);
 * linkToTradingDays([0.01, 0, 0.02, 0.5], isTrading.subarray(1)).length; // => 2
 */
export function linkToTradingDays(returns: ArrayLike<number>, isTrading: ArrayLike<number>): Float64Array {
  requireSameLength("Returns and trading days", returns, isTrading);
  const linked: number[] = [];
  let growth = 1;
  for (let i = 0; i < returns.length; i++) {
    growth *= 1 + returns[i]!;
    if (isTrading[i] !== 1) continue;
    linked.push(growth - 1);
    growth = 1;
  }
  return Float64Array.from(linked);
}
