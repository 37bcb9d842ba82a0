import type { RandomBits } from "./random-bits.ts";

/** A random whole number from 0 to `count` - 1, each as likely: numbers of an incomplete last round are drawn again. */
export function randomBelow(bits: RandomBits, count: number): number {
  const fair = 2 ** 32 - (2 ** 32 % count);
  let drawn = bits();
  while (drawn >= fair) drawn = bits();
  return drawn % count;
}
