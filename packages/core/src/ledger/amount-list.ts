import { asBigInt, type Integer } from "../numbers/integer.ts";
import { type IntegerList, integerList, integersUpTo, knownIntegerAt, pushInteger } from "../numbers/integer-list.ts";
import { type NumberRoom, takeDoubles, takeWords } from "../numbers/number-room.ts";
import {
  pushWideInteger,
  type WideIntegerList,
  wideIntegerAt,
  wideIntegerList,
  wideIntegersUpTo,
} from "../numbers/wide-integer-list.ts";
import type { Amount } from "../lots/amount.ts";

/**
 * A growing list of amounts. The divided part changes only when something is divided, so each is written once:
 * `divided` entry i holds from position `from` entry i on, and 0 before the first. A purchase so adds one number and no
 * bigint. Plain data.
 */
export interface AmountList {
  /** 10^(money scale - booked scale). */
  readonly gap: bigint;
  readonly booked: IntegerList;
  readonly divided: WideIntegerList;
  readonly from: IntegerList;
  lastDivided: bigint;
}

/** An empty list; `count` and `divisions` are how many amounts and changes of the divided part are expected. */
export function amountList(gap: bigint, room: NumberRoom, count: number, divisions: number): AmountList {
  return {
    gap,
    booked: integerList(takeDoubles(room, count)),
    divided: wideIntegerList(takeWords(room, 2 * divisions)),
    from: integerList(takeDoubles(room, divisions)),
    lastDivided: 0n,
  };
}

/** Appends an amount, or undefined for one that is not known. */
export function pushAmount(list: AmountList, amount: Amount | undefined): void {
  if (amount !== undefined) setDivided(list, amount.divided);
  pushInteger(list.booked, amount?.booked);
}

/** Appends an amount without a divided part, or undefined for one that is not known. */
export function pushBooked(list: AmountList, booked: Integer | undefined): void {
  setDivided(list, 0n);
  pushInteger(list.booked, booked);
}

/** Appends an amount at the money scale, or undefined for one that is not known. */
export function pushDivided(list: AmountList, divided: bigint | undefined): void {
  if (divided !== undefined) setDivided(list, divided);
  pushInteger(list.booked, divided === undefined ? undefined : 0);
}

/** What the divided part is from the next amount on. */
function setDivided(list: AmountList, divided: bigint): void {
  if (divided === list.lastDivided) return;
  list.lastDivided = divided;
  pushInteger(list.from, list.booked.length);
  pushWideInteger(list.divided, divided);
}

/** The amount at a position as an integer at the money scale; undefined where it is not known. Cost: O(log divisions). */
export function amountAt(list: AmountList, position: number): bigint | undefined {
  const booked = knownIntegerAt(list.booked, position);
  if (booked === undefined) return undefined;
  const divided = dividedAt(list, position);
  return booked === 0 ? divided : divided + asBigInt(booked) * list.gap;
}

/** A copy of the first amounts, to be written on. */
export function amountsUpTo({ gap, booked, divided, from }: AmountList, count: number): AmountList {
  const changes = changesBefore(from, count - 1);
  return {
    gap,
    booked: integersUpTo(booked, count),
    divided: wideIntegersUpTo(divided, changes),
    from: integersUpTo(from, changes),
    lastDivided: changes === 0 ? 0n : wideIntegerAt(divided, changes - 1),
  };
}

function dividedAt({ from, divided }: AmountList, position: number): bigint {
  const changes = changesBefore(from, position);
  return changes === 0 ? 0n : wideIntegerAt(divided, changes - 1);
}

/** How often the divided part had changed up to and including a position. */
function changesBefore(from: IntegerList, position: number): number {
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from.values[middle]! <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
