/**
 * A growing list of exact integers of up to 128 bits, such as money at 1e-24: two 64-bit words each.
 *
 * A hundred thousand BigInts that live on would cost the garbage collector more than the whole arithmetic. What does
 * not fit stands in the side table `others`. `words` may be longer than the list. Plain data.
 */
export interface WideIntegerList {
  length: number;
  words: BigInt64Array;
  readonly others: Map<number, bigint>;
}

/** An empty list that writes into `words` first, two for each integer, and grows beyond them by itself. */
export function wideIntegerList(words: BigInt64Array = new BigInt64Array(16)): WideIntegerList {
  return { length: 0, words, others: new Map() };
}

const greatestHigh = 2n ** 63n - 1n;
const leastHigh = -(2n ** 63n);

/** Appends an integer. */
export function pushWideInteger(list: WideIntegerList, value: bigint): void {
  const position = list.length++;
  if (list.words.length < 2 * list.length) grow(list);
  const high = value >> 64n;
  list.words[2 * position] = value;
  list.words[2 * position + 1] = high;
  if (high > greatestHigh || high < leastHigh) list.others.set(position, value);
}

/** The integer at a position. */
export function wideIntegerAt(list: WideIntegerList, position: number): bigint {
  const other = list.others.size > 0 ? list.others.get(position) : undefined;
  if (other !== undefined) return other;
  return (list.words[2 * position + 1]! << 64n) + BigInt.asUintN(64, list.words[2 * position]!);
}

/** A copy of the first integers, with room for some more. */
export function wideIntegersUpTo({ words, others }: WideIntegerList, length: number): WideIntegerList {
  const copied = new BigInt64Array(2 * length + 16);
  copied.set(words.subarray(0, 2 * length));
  return { length, words: copied, others: new Map([...others].filter(([position]) => position < length)) };
}

function grow(list: WideIntegerList): void {
  const words = new BigInt64Array(Math.max(2 * list.words.length, 16));
  words.set(list.words);
  list.words = words;
}
