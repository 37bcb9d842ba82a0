import type { RandomBits } from "./random-bits.ts";
import { reproducibleExponential } from "./reproducible-exponential.ts";
import { reproducibleLogarithm } from "./reproducible-logarithm.ts";

/**
 * A standard normal number, by Marsaglia's polar method, with the same bits on every engine.
 *
 * A random point of the unit disk gives two; the second is left, so that no draw depends on who drew before.
 */
export function normalVariate(bits: RandomBits): number {
  for (;;) {
    const across = coordinate(bits);
    const along = coordinate(bits);
    const radius = across * across + along * along;
    if (radius < 1) return across * Math.sqrt((-2 * reproducibleLogarithm(radius)) / radius);
  }
}

/**
 * A number of Student's t-distribution, restated to a deviation of 1, by Bailey's polar method (1994).
 *
 * Any degrees of freedom above 2: below that there is no deviation to restate.
 */
export function studentVariate(bits: RandomBits, degreesOfFreedom: number): number {
  for (;;) {
    const across = coordinate(bits);
    const along = coordinate(bits);
    const radius = across * across + along * along;
    if (radius >= 1) continue;
    const stretched = reproducibleExponential((-2 / degreesOfFreedom) * reproducibleLogarithm(radius)) - 1;
    return across * Math.sqrt(((degreesOfFreedom - 2) * stretched) / radius);
  }
}

/** A random number between -1 and 1, never one of them and never 0. */
function coordinate(bits: RandomBits): number {
  return (bits() + 0.5) / 2 ** 31 - 1;
}
