import type { EpochDay } from "../calendar/plain-date.ts";
import { powerOfTen } from "../numbers/fixed-point.ts";

/**
 * Stretches of days with a constant end-of-day quantity other than zero, as columns.
 *
 * Segment i holds `quantity[i]` (an integer at `scale`) on the days from `from[i]` up to, not including, `to[i]`,
 * counted from the first day of the valuation. Where a quantity passes 2^53 - 1 all of them stand in `big`.
 */
export interface Segments {
  readonly scale: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly quantity: Float64Array;
  readonly big: readonly bigint[] | undefined;
}

/**
 * Turns a history of states into segments, at the smallest scale that holds every quantity exactly.
 *
 * `dayOf(i)` is the day of entry i and ascends; the last entry of a day counts. Days before `firstDay` are folded into
 * its opening state. Cost: O(entries).
 */
export function segmentsOf(
  entries: number,
  dayOf: (entry: number) => EpochDay,
  quantityOf: (entry: number) => bigint,
  scale: number,
  firstDay: EpochDay,
  dayCount: number,
): Segments {
  const from: number[] = [];
  const to: number[] = [];
  const quantities: bigint[] = [];
  for (let entry = 0; entry < entries; entry++) {
    const start = Math.max(dayOf(entry) - firstDay, 0);
    const end = entry + 1 < entries ? Math.min(dayOf(entry + 1) - firstDay, dayCount) : dayCount;
    const quantity = quantityOf(entry);
    if (start >= end || quantity === 0n) continue;
    from.push(start);
    to.push(end);
    quantities.push(quantity);
  }
  const spare = spareDigits(quantities, scale);
  const divisor = powerOfTen(spare);
  const whole = spare === 0 ? quantities : quantities.map((quantity) => quantity / divisor);
  const quantity = Float64Array.from(whole, Number);
  const isSafe = quantity.every(Number.isSafeInteger);
  return { scale: scale - spare, from: Int32Array.from(from), to: Int32Array.from(to), quantity, big: isSafe ? undefined : whole };
}

/** How many trailing zeros every quantity has, at most `scale`. */
function spareDigits(quantities: readonly bigint[], scale: number): number {
  let spare = scale;
  for (const quantity of quantities) {
    while (spare > 0 && quantity % powerOfTen(spare) !== 0n) spare--;
    if (spare === 0) break;
  }
  return spare;
}
