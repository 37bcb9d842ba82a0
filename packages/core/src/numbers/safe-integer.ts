// One 64-bit word seen as an integer and as two halves: several times as fast as BigInt(value) and Number(value).
const word = new BigInt64Array(1);
const unsigned = new Uint32Array(word.buffer);
const signed = new Int32Array(word.buffer);
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
const lowHalf = isLittleEndian ? 0 : 1;
const highHalf = 1 - lowHalf;
const half = 2 ** 32;
const greatestSafe = BigInt(Number.MAX_SAFE_INTEGER);
const leastSafe = -greatestSafe;

/** A safe integer of float64 as a BigInt; whoever calls has checked that it is one. */
export function toBigInt(value: number): bigint {
  const high = Math.floor(value / half);
  unsigned[lowHalf] = value - high * half;
  signed[highHalf] = high;
  return word[0]!;
}

/** An integer as a float64 where that is exact and safe (below 2^53 in magnitude), else undefined. */
export function toSafeNumber(value: bigint): number | undefined {
  if (value > greatestSafe || value < leastSafe) return undefined;
  word[0] = value;
  return signed[highHalf]! * half + unsigned[lowHalf]!;
}
