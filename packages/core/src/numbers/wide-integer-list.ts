/**
 * A growing list of exact integers of up to 128 bits, such as money at 1e-24: two 64-bit words each.
 *
 * A hundred thousand BigInts that live on would cost the garbage collector more than the whole arithmetic. What does
 * not fit, and what is not known (undefined), stands in the side table `others`. Plain data.
 */
export interface WideIntegerList {
  length: number;
  words: BigInt64Array;
  readonly others: Map<number, bigint | undefined>;
}

/** An empty list with room for `capacity` integers; it grows beyond by itself. */
export function wideIntegerList(capacity: number = 64): WideIntegerList {
  return { length: 0, words: new BigInt64Array(2 * capacity), others: new Map() };
}

const greatestHigh = 2n ** 63n - 1n;
const leastHigh = -(2n ** 63n);

/** Appends an integer, or undefined for one that is not known. */
export function pushWideInteger(list: WideIntegerList, value: bigint | undefined): void {
  const position = list.length++;
  if (list.words.length < 2 * list.length) grow(list);
  if (value === undefined) {
    list.others.set(position, value);
    return;
  }
  const high = value >> 64n;
  list.words[2 * position] = value;
  list.words[2 * position + 1] = high;
  if (high > greatestHigh || high < leastHigh) list.others.set(position, value);
}

/** The integer at a position; undefined where it is not known. */
export function wideIntegerAt(list: WideIntegerList, position: number): bigint | undefined {
  if (list.others.has(position)) return list.others.get(position);
  return (list.words[2 * position + 1]! << 64n) + BigInt.asUintN(64, list.words[2 * position]!);
}

function grow(list: WideIntegerList): void {
  const words = new BigInt64Array(Math.max(2 * list.words.length, 128));
  words.set(list.words);
  list.words = words;
}
