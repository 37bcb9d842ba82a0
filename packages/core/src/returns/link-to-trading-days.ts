/**
 * Returns of trading days: each calendar-day return on other days is linked into the next trading day.
 *
 * Shape: `isTrading[i]` belongs to `returns[i]`. What follows the last trading day is left out.
 */
export function linkToTradingDays(returns: ArrayLike<number>, isTrading: ArrayLike<number>): Float64Array {
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
