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

/** An empty list. */
export function wideIntegerList(): WideIntegerList {
  return { length: 0, words: new BigInt64Array(256), others: new Map() };
}

/** Appends an integer, or undefined for one that is not known. */
export function pushWideInteger(list: WideIntegerList, value: bigint | undefined): void {
  const position = list.length++;
  if (list.words.length < 2 * list.length) grow(list);
  const known = value ?? 0n;
  const high = known >> 64n;
  list.words[2 * position] = known;
  list.words[2 * position + 1] = high;
  if (value === undefined || list.words[2 * position + 1] !== high) list.others.set(position, value);
}

/** The integer at a position; undefined where it is not known. */
export function wideIntegerAt(list: WideIntegerList, position: number): bigint | undefined {
  if (list.others.has(position)) return list.others.get(position);
  return (list.words[2 * position + 1]! << 64n) + BigInt.asUintN(64, list.words[2 * position]!);
}

function grow(list: WideIntegerList): void {
  const words = new BigInt64Array(2 * list.words.length);
  words.set(list.words);
  list.words = words;
}
