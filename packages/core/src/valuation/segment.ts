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
  const from: number[] = [];
  const to: number[] = [];
  const entries: number[] = [];
  const { length } = quantities.values;
  for (let entry = 0; entry < length; entry++) {
    const start = Math.max(dayOf(entry) - firstDay, 0);
    const end = entry + 1 < length ? Math.min(dayOf(entry + 1) - firstDay, dayCount) : dayCount;
    if (start >= end || quantities.values[entry] === 0) continue;
    from.push(start);
    to.push(end);
    entries.push(entry);
  }
  const span = { from: Int32Array.from(from), to: Int32Array.from(to) };
  return entries.some((entry) => Number.isNaN(quantities.values[entry]!))
    ? {
        ...span,
        ...inIntegers(
          entries.map((entry) => integerAt(quantities, entry)),
          scale,
        ),
      }
    : {
        ...span,
        ...inDoubles(
          Float64Array.from(entries, (entry) => quantities.values[entry]!),
          scale,
        ),
      };
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
