import { reproducibleExponential } from "./reproducible-exponential.ts";
import { reproducibleLogarithm } from "./reproducible-logarithm.ts";

/** A base of 0 or more to a power of 0 or more, with the same bits on every engine; the base itself for the power 1. */
export function reproduciblePower(base: number, power: number): number {
  if (power === 1) return base;
  return power === 0 ? 1 : reproducibleExponential(power * reproducibleLogarithm(base));
}
