import type { EpochDay } from "../calendar/plain-date.ts";
import { powerOfTen } from "../numbers/fixed-point.ts";
import { asBigInt } from "../numbers/integer.ts";
import { type IntegerList, integerAt } from "../numbers/integer-list.ts";

/** A safe integer has at most 16 digits, so at most 15 trailing zeros. */
const safeDigits = 15;

/**
 * Stretches of days with a constant end-of-day quantity other than zero, as columns.
 *
 * Segment i of `count` holds `quantity[i]` (an integer at `scale`) on the days from `from[i]` up to, not including,
 * `to[i]`, counted from the first day of the valuation; the arrays may be longer. Where a quantity passes 2^53 - 1 all of
 * them stand in `big`.
 */
export interface Segments {
  readonly count: number;
  readonly scale: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly quantity: Float64Array;
  /** No magnitude among them is larger. */
  readonly largest: number;
  readonly big: readonly bigint[] | undefined;
}

/**
 * A state that changes with time: entry i of `quantities` holds from the day `days[i]` on.
 *
 * Days ascend with the entries; the last entry of a day counts. (Plain arrays, no callback: this is a hot loop.)
 */
export interface QuantityHistory {
  readonly quantities: IntegerList;
  readonly scale: number;
  readonly days: readonly number[];
}

/** Arrays that segments are written into, one holding after the other: a new set for each would keep the collector busy. */
export interface SegmentRoom {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly quantity: Float64Array;
}

/** Room for as many segments as the longest history has entries. */
export function segmentRoom(entries: number): SegmentRoom {
  return { from: new Int32Array(entries), to: new Int32Array(entries), quantity: new Float64Array(entries) };
}

/**
 * Turns a history of quantities into segments, at the smallest scale that holds every quantity exactly.
 *
 * Days before `firstDay` are folded into its opening state. With a `room`, the result lives until the room is used again. Cost: O(entries).
 */
export function segmentsOf(
  history: QuantityHistory,
  firstDay: EpochDay,
  dayCount: number,
  room: SegmentRoom = segmentRoom(history.quantities.length),
): Segments {
  const { quantities, scale, days } = history;
  const { values, length } = quantities;
  const { from, to, quantity } = room;
  let entry = 0;
  while (entry + 1 < length && days[entry + 1]! <= firstDay) entry++;
  let start = length > 0 ? Math.max(days[entry]! - firstDay, 0) : dayCount;
  let count = 0;
  let largest = 0;
  let isSafe = true;
  // Each is written, and counted when it holds: a branch here would be guessed wrong at every day of two trades.
  for (; start < dayCount; entry++) {
    const next = entry + 1 < length ? days[entry + 1]! - firstDay : dayCount;
    const value = values[entry]!;
    from[count] = start;
    to[count] = next < dayCount ? next : dayCount;
    quantity[count] = value;
    count += (start < next ? 1 : 0) & (value !== 0 ? 1 : 0);
    const size = value < 0 ? -value : value;
    if (size > largest) largest = size;
    // NaN stands for an integer of the side table.
    else if (value !== value) isSafe = false;
    start = next;
  }
  if (!isSafe) return { count, from, to, ...inIntegers(heldIntegers(history, firstDay, dayCount), scale) };
  return { count, from, to, quantity, big: undefined, ...shortened(quantity, count, scale, largest) };
}

/** The same walk for quantities beyond 2^53: rare, so it may be slow. */
function heldIntegers({ quantities, days }: QuantityHistory, firstDay: EpochDay, dayCount: number): bigint[] {
  const dayOf = (entry: number): number => Math.max(days[entry]! - firstDay, 0);
  return Array.from({ length: quantities.length }, (_, entry) => entry).flatMap((entry) => {
    const next = entry + 1 < quantities.length ? dayOf(entry + 1) : dayCount;
    const isHeld = dayOf(entry) < next && dayOf(entry) < dayCount && quantities.values[entry] !== 0;
    return isHeld ? [asBigInt(integerAt(quantities, entry))] : [];
  });
}

/** Takes trailing zeros off safe integers, in place: remainders, and quotients without one, are exact in doubles. */
function shortened(
  quantity: Float64Array,
  count: number,
  scale: number,
  largest: number,
): { scale: number; largest: number } {
  let spare = Math.min(scale, safeDigits);
  let divisor = Number(powerOfTen(spare));
  for (let i = 0; i < count && spare > 0; i++) {
    while (spare > 0 && quantity[i]! % divisor !== 0) divisor = Number(powerOfTen(--spare));
  }
  if (spare === 0) return { scale, largest };
  for (let i = 0; i < count; i++) quantity[i] = quantity[i]! / divisor;
  return { scale: scale - spare, largest: largest / divisor };
}

function inIntegers(
  quantities: readonly bigint[],
  scale: number,
): Pick<Segments, "scale" | "quantity" | "largest" | "big"> {
  let spare = scale;
  for (const quantity of quantities) while (spare > 0 && quantity % powerOfTen(spare) !== 0n) spare--;
  const whole = quantities.map((quantity) => quantity / powerOfTen(spare));
  const quantity = Float64Array.from(whole, Number);
  const largest = quantity.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return { scale: scale - spare, quantity, largest, big: quantity.every(Number.isSafeInteger) ? undefined : whole };
}

/** The part of segments from the day `start` up to before `end`. */
export function withinDays(segments: Segments, start: number, end: number): Segments {
  const { count, from, to, quantity, big } = segments;
  const part = segmentRoom(count);
  const bigs: bigint[] = [];
  let kept = 0;
  for (let i = 0; i < count; i++) {
    if (to[i]! <= start || from[i]! >= end) continue;
    part.from[kept] = Math.max(from[i]!, start);
    part.to[kept] = Math.min(to[i]!, end);
    part.quantity[kept++] = quantity[i]!;
    if (big !== undefined) bigs.push(big[i]!);
  }
  return { ...segments, ...part, count: kept, big: big === undefined ? undefined : bigs };
}

/** The same segments with every quantity taken away instead of held. */
export function negated(segments: Segments): Segments {
  const { count, quantity, big } = segments;
  return { ...segments, quantity: quantity.slice(0, count).map((value) => -value), big: big?.map((value) => -value) };
}
