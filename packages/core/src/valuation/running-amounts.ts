import type { EpochDay } from "../calendar/plain-date.ts";
import { digitsAt, type FixedPoint, powerOfTen } from "../numbers/fixed-point.ts";
import type { DailyAmounts } from "./daily-amounts.ts";
import { inPairs } from "./daily-totals.ts";

/** From a day on, an amount is larger by `change`, and this many more of its parts are not known (fewer below 0). */
export interface DatedChange {
  readonly day: EpochDay;
  readonly change: FixedPoint;
  readonly unknownParts: number;
}

/**
 * Adds changes up, day by day, in integers: what happened before `firstDay` is in its first amount.
 *
 * Shape: changes in any order. Exact at the least scale that holds every day; see `inPairs` for sums beyond 2^104 there.
 * Cost: O(changes + days).
 */
export function runningAmounts(changes: readonly DatedChange[], firstDay: EpochDay, dayCount: number): DailyAmounts {
  const scale = changes.reduce((most, { change }) => Math.max(most, change.scale), 0);
  const sums = Array.from<bigint>({ length: dayCount }).fill(0n);
  const unknownParts = new Int32Array(dayCount);
  for (const { day, change, unknownParts: parts } of changes) {
    const d = Math.max(day - firstDay, 0);
    if (d >= dayCount) continue;
    sums[d] = sums[d]! + digitsAt(change, scale);
    unknownParts[d] = unknownParts[d]! + parts;
  }
  for (let d = 1; d < dayCount; d++) {
    sums[d] = sums[d]! + sums[d - 1]!;
    unknownParts[d] = unknownParts[d]! + unknownParts[d - 1]!;
  }
  const spare = commonZeros(sums, scale);
  const least = spare === 0 ? sums : sums.map((sum) => sum / powerOfTen(spare));
  const isKnown = Uint8Array.from(unknownParts, (parts) => (parts === 0 ? 1 : 0));
  return { firstDay, isKnown, ...inPairs(least, scale - spare) };
}

/** Trailing zeros that all sums have: guard digits of divisions that never happened. */
function commonZeros(sums: readonly bigint[], scale: number): number {
  let spare = scale;
  for (const sum of sums) while (spare > 0 && sum % powerOfTen(spare) !== 0n) spare--;
  return spare;
}
