import type { EpochDay } from "../calendar/plain-date.ts";
import { powerOfTen } from "../numbers/fixed-point.ts";
import { type IntegerList, integerAt } from "../numbers/integer-list.ts";

/** A safe integer has at most 16 digits, so at most 15 trailing zeros. */
const safeDigits = 15;

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

/** A state that changes with time: `quantities` holds from `dayOf(entry)` on; days ascend, the last entry of a day counts. */
export interface QuantityHistory {
  readonly quantities: IntegerList;
  readonly scale: number;
  readonly dayOf: (entry: number) => EpochDay;
}

/**
 * Turns a history of quantities into segments, at the smallest scale that holds every quantity exactly.
 *
 * Days before `firstDay` are folded into its opening state. Cost: O(entries).
 */
export function segmentsOf(
  { quantities, scale, dayOf }: QuantityHistory,
  firstDay: EpochDay,
  dayCount: number,
): Segments {
  const { length } = quantities.values;
  const from = new Int32Array(length);
  const to = new Int32Array(length);
  const quantity = new Float64Array(length);
  const entries = new Int32Array(length);
  let count = 0;
  let start = length > 0 ? Math.max(dayOf(0) - firstDay, 0) : 0;
  for (let entry = 0; entry < length; entry++) {
    const next = entry + 1 < length ? Math.max(dayOf(entry + 1) - firstDay, 0) : dayCount;
    const end = Math.min(next, dayCount);
    const value = quantities.values[entry]!;
    if (start < end && value !== 0) {
      from[count] = start;
      to[count] = end;
      quantity[count] = value;
      entries[count++] = entry;
    }
    start = next;
  }
  const span = { from: from.subarray(0, count), to: to.subarray(0, count) };
  const held = quantity.subarray(0, count);
  if (!held.some(Number.isNaN)) return { ...span, ...inDoubles(held, scale) };
  const whole = Array.from(entries.subarray(0, count), (entry) => integerAt(quantities, entry));
  return { ...span, ...inIntegers(whole, scale) };
}

type Quantities = Pick<Segments, "scale" | "quantity" | "big">;

/** Safe integers: remainders and quotients without one are exact in doubles. */
function inDoubles(quantity: Float64Array, scale: number): Quantities {
  let spare = Math.min(scale, safeDigits);
  for (const value of quantity) while (spare > 0 && value % Number(powerOfTen(spare)) !== 0) spare--;
  const divisor = Number(powerOfTen(spare));
  return {
    scale: scale - spare,
    quantity: spare === 0 ? quantity : quantity.map((value) => value / divisor),
    big: undefined,
  };
}

function inIntegers(quantities: readonly bigint[], scale: number): Quantities {
  let spare = scale;
  for (const quantity of quantities) while (spare > 0 && quantity % powerOfTen(spare) !== 0n) spare--;
  const whole = quantities.map((quantity) => quantity / powerOfTen(spare));
  const quantity = Float64Array.from(whole, Number);
  return { scale: scale - spare, quantity, big: quantity.every(Number.isSafeInteger) ? undefined : whole };
}
