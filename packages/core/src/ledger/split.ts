import { parseFixedPoint, powerOfTen } from "../numbers/fixed-point.ts";
import { asBigInt, type Integer, minus, toInteger } from "../numbers/integer.ts";
import { divideHalfEven } from "../numbers/rounding.ts";
import type { Ratio } from "../transactions/transaction.ts";
import type { OpenLot } from "../lots/open-lot.ts";
import { type InstrumentReplay, reject } from "./instrument-replay.ts";
import { record } from "./open-holding.ts";
import type { SplitEvent } from "./split-event.ts";

/**
 * Multiplies what every account holds; cost stays.
 *
 * Two accounts of one broker both list a split: the same ratio on one day is one event.
 */
export function applySplit(replay: InstrumentReplay, row: number): void {
  const { columns } = replay.context;
  const ratio = columns.details.get(row)?.ratio;
  const event = ratio && splitEvent(columns.day[row]!, ratio);
  if (event === undefined)
    return reject(replay, "unsupported-kind", row, "A split needs a ratio of two positive numbers. Edit its ratio.");
  if (replay.lastSplit !== undefined && isSame(replay.lastSplit, event)) return;
  replay.lastSplit = event;
  for (const holding of replay.open) {
    if (holding === undefined || holding.quantity === 0) continue;
    splitLots(holding.lots ?? [], event);
    holding.quantity = splitQuantity(asBigInt(holding.quantity), event);
    record(holding, row, columns.day);
  }
}

function splitQuantity(quantity: bigint, { times, by }: SplitEvent): Integer {
  return toInteger(divideHalfEven(quantity * times, by));
}

/** Each lot is the difference of two running sums after the split, so that lots and holding agree to the last digit. */
function splitLots(lots: readonly OpenLot[], event: SplitEvent): void {
  let before = 0n;
  let after: Integer = 0;
  for (const lot of lots) {
    before += asBigInt(lot.quantity);
    const upToHere = splitQuantity(before, event);
    lot.quantity = minus(upToHere, after);
    after = upToHere;
  }
}

function splitEvent(day: number, ratio: Ratio): SplitEvent | undefined {
  const numerator = parseFixedPoint(ratio.numerator);
  const denominator = parseFixedPoint(ratio.denominator);
  const times = numerator.digits * powerOfTen(denominator.scale);
  const by = denominator.digits * powerOfTen(numerator.scale);
  return times > 0n && by > 0n ? { day, times, by } : undefined;
}

function isSame(a: SplitEvent, b: SplitEvent): boolean {
  return a.day === b.day && a.times * b.by === b.times * a.by;
}
