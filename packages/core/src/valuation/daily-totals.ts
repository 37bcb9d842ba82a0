import type { EpochDay } from "../calendar/plain-date.ts";
import { powerOfTen } from "../numbers/fixed-point.ts";
import { divideHalfEven } from "../numbers/rounding.ts";

/** Daily totals as exact integers high + low at one scale. */
export interface DailyTotals {
  readonly scale: number;
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/**
 * The value of a scope at the close of every calendar day, in the base currency, exact.
 *
 * Value of day d (counted from `firstDay`) = (high[d] + low[d]) / 10^scale, both integers. `isKnown[d]` is 0 when a
 * holding or a cash balance of that day has no price or no rate: then the value is only the known part.
 * Exact means: given closes, and rates of at most 15 significant digits where derived. Plain and transferable.
 */
export interface DailyValuation extends DailyTotals {
  readonly firstDay: EpochDay;
  readonly isKnown: Uint8Array;
}

/** What a pair of doubles holds whatever the integer: 31 significant digits. */
const pairLimit = 2n ** 104n;

/**
 * Writes the integers of all days as pairs of doubles.
 *
 * Exact below 2^104. A larger one makes all days coarser, each rounded once, half-even, to the finest scale that a pair
 * holds: 31 significant digits are left, which is far below the 18th digit after the point for any real sum.
 */
export function inPairs(sums: readonly bigint[], scale: number): DailyTotals {
  const spare = digitsTooMany(sums, scale);
  const whole = spare === 0 ? sums : sums.map((sum) => divideHalfEven(sum, powerOfTen(spare)));
  const high = Float64Array.from(whole, Number);
  const low = Float64Array.from(whole, (sum, d) => Number(sum - BigInt(high[d]!)));
  return { scale: scale - spare, high, low };
}

/** Digits after the point that a pair of doubles cannot hold beside the largest total. */
function digitsTooMany(sums: readonly bigint[], scale: number): number {
  const most = sums.reduce((largest, sum) => (sum > largest ? sum : -sum > largest ? -sum : largest), 0n);
  let spare = 0;
  while (spare < scale && most / powerOfTen(spare) >= pairLimit) spare++;
  return spare;
}
