import type { EpochDay } from "../calendar/plain-date.ts";
import type { Accumulator } from "./accumulate.ts";
import type { PriceRow } from "./price-row.ts";
import type { QuantityHistory } from "./segment.ts";

const limit = Number.MAX_SAFE_INTEGER;
/** With an entry in so many days or more, one walk over all days costs less than a loop for each stretch of them. */
const daysPerEntry = 16;

/** The days of a valuation, with room to write the change of each day into: zeros before and after. */
export interface WalkedDays {
  readonly firstDay: EpochDay;
  readonly dayCount: number;
  readonly changes: Float64Array;
}

/** Days to walk over, one line after the other. */
export function walkedDays(firstDay: EpochDay, dayCount: number): WalkedDays {
  return { firstDay, dayCount, changes: new Float64Array(dayCount) };
}

/**
 * Whether a line is one for {@link accumulateChanges}: traded every few days, priced from its first day, and not to be
 * shortened. All others go by segments; both ways give the same integers at the same scale.
 */
export function isOftenTraded(history: QuantityHistory, prices: PriceRow, walked: WalkedDays): boolean {
  const { quantities, days } = history;
  if (quantities.big.size > 0 || quantities.length * daysPerEntry < walked.dayCount) return false;
  return Math.max(days[0]! - walked.firstDay, 0) >= prices.firstKnown && needsItsScale(history, walked);
}

/** Whether some day ends with a quantity that needs every digit; it is nearly always one of the first. */
function needsItsScale({ quantities, scale, days }: QuantityHistory, { firstDay, dayCount }: WalkedDays): boolean {
  for (let entry = 0; entry < quantities.length; entry++) {
    if (days[entry]! < firstDay || days[entry] === days[entry + 1]) continue;
    if (days[entry]! >= firstDay + dayCount) return false;
    const quantity = quantities.values[entry]!;
    if (quantity !== 0 && (scale === 0 || quantity % 10 !== 0)) return true;
  }
  return false;
}

/**
 * Adds quantity x price of one instrument to a row, in one walk over the days with the running quantity, where one limb
 * holds it; otherwise answers false and adds nothing.
 *
 * No operation rounds: all integers lie within the proven bound, and a change is at most twice the largest quantity.
 * Cost: O(entries + days).
 */
export function accumulateChanges(
  row: Accumulator,
  history: QuantityHistory,
  prices: PriceRow,
  walked: WalkedDays,
): boolean {
  const largest = writeChanges(history, walked);
  const bound = row.bound + largest * Math.max(prices.max, 2);
  if (bound > limit) {
    walked.changes.fill(0);
    return false;
  }
  row.bound = bound;
  addWalk(row.low, prices, walked);
  return true;
}

/** Writes by how much the quantity changes on each day; what came before the first day counts there. Answers the largest quantity. */
function writeChanges({ quantities, days }: QuantityHistory, { firstDay, dayCount, changes }: WalkedDays): number {
  const { values, length } = quantities;
  let before = 0;
  let largest = 0;
  for (let entry = 0; entry < length; entry++) {
    const since = days[entry]! - firstDay;
    if (since >= dayCount) break;
    const day = since < 0 ? 0 : since;
    const quantity = values[entry]!;
    changes[day] = changes[day]! + (quantity - before);
    before = quantity;
    const size = quantity < 0 ? -quantity : quantity;
    if (size > largest) largest = size;
  }
  return largest;
}

/** Adds the running quantity x price of each day, and leaves zeros behind. */
function addWalk(low: Float64Array, { values, offset, firstKnown }: PriceRow, { dayCount, changes }: WalkedDays): void {
  let quantity = 0;
  // Before the first price nothing is held, and the row may have no such day.
  for (let d = firstKnown; d < dayCount; d++) {
    quantity += changes[d]!;
    changes[d] = 0;
    low[d] = low[d]! + quantity * values[d + offset]!;
  }
}
