import { asBigInt } from "../numbers/integer.ts";
import { type IntegerList, integerAt } from "../numbers/integer-list.ts";
import type { NumberRoom } from "../numbers/number-room.ts";
import { type AmountList, amountAt, amountList, amountsUpTo } from "./amount-list.ts";

/**
 * Gains realized by one holding, disposal by disposal: what came in, and which entry of the holding's history it is.
 *
 * Quantity and cost are not kept twice: they are what that entry takes out of the one before. Proceeds are at the
 * instrument's scales, unknown where a rate is missing; one list serves both currencies when they are the same.
 */
export interface DisposalHistory {
  /** Ascending positions in the holding's history. */
  readonly entries: number[];
  readonly proceeds: AmountList;
  readonly baseProceeds: AmountList;
}

/** No disposals yet, with room for the expected number. */
export function disposalHistory(isBase: boolean, gap: bigint, room: NumberRoom, expected: number): DisposalHistory {
  const proceeds = amountList(gap, room, expected, 0);
  return { entries: [], proceeds, baseProceeds: isBase ? proceeds : amountList(gap, room, expected, expected) };
}

/** A copy of the disposals among the first entries of a holding's history. */
export function disposalsUpTo({ entries, proceeds, baseProceeds }: DisposalHistory, before: number): DisposalHistory {
  const kept = entries.filter((entry) => entry < before);
  const own = amountsUpTo(proceeds, kept.length);
  const isBase = baseProceeds === proceeds;
  return { entries: kept, proceeds: own, baseProceeds: isBase ? own : amountsUpTo(baseProceeds, kept.length) };
}

/** Units that an entry takes out: 0 for a return of capital, below 0 for a sale taken back. */
export function quantityOut(quantity: IntegerList, entry: number): bigint {
  const before = entry === 0 ? 0n : asBigInt(integerAt(quantity, entry - 1));
  return before - asBigInt(integerAt(quantity, entry));
}

/** Cost that an entry takes out, at the money scale of its list; undefined where it is not known. */
export function costOut(cost: AmountList, entry: number): bigint | undefined {
  const before = entry === 0 ? 0n : amountAt(cost, entry - 1);
  const after = amountAt(cost, entry);
  return before === undefined || after === undefined ? undefined : before - after;
}
