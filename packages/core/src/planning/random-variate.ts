import type { RandomBits } from "./random-bits.ts";
import { reproducibleExponential } from "./reproducible-exponential.ts";
import { reproducibleLogarithm } from "./reproducible-logarithm.ts";

/** Standard normal numbers, by Marsaglia's polar method, with the same bits on every engine. */
export function normalVariates(bits: RandomBits): () => number {
  // A random point of the unit disk gives two numbers: the second waits for the next call.
  let waiting = Number.NaN;
  return () => {
    if (!Number.isNaN(waiting)) {
      const second = waiting;
      waiting = Number.NaN;
      return second;
    }
    for (;;) {
      const across = coordinate(bits);
      const along = coordinate(bits);
      const square = across * across + along * along;
      if (square >= 1) continue;
      const scale = Math.sqrt((-2 * reproducibleLogarithm(square)) / square);
      waiting = along * scale;
      return across * scale;
    }
  };
}

/**
 * Numbers of Student's t-distribution, restated to a deviation of 1, by Bailey's polar method (1994).
 *
 * Any degrees of freedom above 2: below that there is no deviation to restate. A point gives one number: its second
 * coordinate would not be independent of the first.
 */
export function studentVariates(bits: RandomBits, degreesOfFreedom: number): () => number {
  return () => {
    for (;;) {
      const across = coordinate(bits);
      const along = coordinate(bits);
      const square = across * across + along * along;
      if (square >= 1) continue;
      const power = reproducibleExponential((-2 / degreesOfFreedom) * reproducibleLogarithm(square));
      return across * Math.sqrt(((degreesOfFreedom - 2) * (power - 1)) / square);
    }
  };
}

/** A random number between -1 and 1, never one of them and never 0. */
function coordinate(bits: RandomBits): number {
  return (bits() + 0.5) / 2 ** 31 - 1;
}
