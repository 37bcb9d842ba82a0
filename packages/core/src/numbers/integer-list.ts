import { toBigInt, toSafeNumber } from "./safe-integer.ts";

/**
 * A growing list of exact integers that mostly lie below 2^53, such as quantities: doubles, which cost no memory
 * management; a larger integer stands in the side table `big`, and NaN in its place. Plain data.
 */
export interface IntegerList {
  readonly values: number[];
  readonly big: Map<number, bigint>;
}

/** An empty list. */
export function integerList(): IntegerList {
  return { values: [], big: new Map() };
}

/** Appends an integer. */
export function pushInteger(list: IntegerList, value: bigint): void {
  const small = toSafeNumber(value);
  if (small === undefined) list.big.set(list.values.length, value);
  list.values.push(small ?? Number.NaN);
}

/** The integer at a position. */
export function integerAt(list: IntegerList, position: number): bigint {
  const small = list.values[position]!;
  return Number.isNaN(small) ? list.big.get(position)! : toBigInt(small);
}

/** Replaces the last integer. */
export function replaceLastInteger(list: IntegerList, value: bigint): void {
  list.values.pop();
  list.big.delete(list.values.length);
  pushInteger(list, value);
}
