import { type Integer, toInteger } from "./integer.ts";

/**
 * A growing list of exact integers that mostly lie below 2^53, such as quantities: doubles, which cost no memory
 * management; a larger integer stands in the side table `big`, and NaN in its place. `values` may be longer than the
 * list. Plain data.
 */
export interface IntegerList {
  length: number;
  values: Float64Array;
  readonly big: Map<number, bigint>;
}

/** An empty list that writes into `values` first and grows beyond them by itself. */
export function integerList(values: Float64Array = new Float64Array(8)): IntegerList {
  return { length: 0, values, big: new Map() };
}

/** Appends an integer, or undefined for one that is not known. */
export function pushInteger(list: IntegerList, value: Integer | undefined): void {
  const position = list.length++;
  if (position >= list.values.length) grow(list);
  if (typeof value === "number") {
    list.values[position] = value;
    return;
  }
  const integer = value === undefined ? undefined : toInteger(value);
  if (typeof integer === "bigint") list.big.set(position, integer);
  list.values[position] = typeof integer === "number" ? integer : Number.NaN;
}

/** The integer at a position; undefined where it is not known. */
export function knownIntegerAt(list: IntegerList, position: number): Integer | undefined {
  const value = list.values[position]!;
  return Number.isNaN(value) ? list.big.get(position) : value;
}

/** The integer at a position of a list that knows all of its integers. */
export function integerAt(list: IntegerList, position: number): Integer {
  return knownIntegerAt(list, position)!;
}

/** Replaces the last integer. */
export function replaceLastInteger(list: IntegerList, value: Integer): void {
  list.length--;
  list.big.delete(list.length);
  pushInteger(list, value);
}

/** A copy of the first integers, with room for some more. */
export function integersUpTo({ values, big }: IntegerList, length: number): IntegerList {
  const copied = new Float64Array(length + 8);
  copied.set(values.subarray(0, length));
  return { length, values: copied, big: new Map([...big].filter(([position]) => position < length)) };
}

function grow(list: IntegerList): void {
  const values = new Float64Array(Math.max(2 * list.values.length, 16));
  values.set(list.values);
  list.values = values;
}
