/**
 * One block of doubles, and one of 64-bit words, that many small lists share: a few allocations outside the garbage
 * collector's heap instead of thousands that it would copy about.
 */
export interface NumberRoom {
  readonly doubles: Float64Array;
  readonly words: BigInt64Array;
  doublesTaken: number;
  wordsTaken: number;
}

/** A room for so many doubles and words in all. */
export function numberRoom(doubles: number, words: number): NumberRoom {
  return { doubles: new Float64Array(doubles), words: new BigInt64Array(words), doublesTaken: 0, wordsTaken: 0 };
}

/** The next free doubles of the room; an array of their own where it is full. */
export function takeDoubles(room: NumberRoom, count: number): Float64Array {
  const start = room.doublesTaken;
  if (start + count > room.doubles.length) return new Float64Array(count);
  room.doublesTaken = start + count;
  return room.doubles.subarray(start, start + count);
}

/** The next free words of the room; an array of their own where it is full. */
export function takeWords(room: NumberRoom, count: number): BigInt64Array {
  const start = room.wordsTaken;
  if (start + count > room.words.length) return new BigInt64Array(count);
  room.wordsTaken = start + count;
  return room.words.subarray(start, start + count);
}
