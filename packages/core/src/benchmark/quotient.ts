import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";

/** Below this a denominator counts as zero: what is left is rounding. */
const nothing = 1e-15;

/**
 * One measure over another.
 *
 * Undefined: either is, for its reason; the denominator is below 1e-15 in size -> `zero-denominator`; beyond all doubles
 * -> `out-of-range`.
 */
export function quotient(over: Measured, under: Measured): Measured {
  if (over.value === undefined) return over;
  if (under.value === undefined) return under;
  if (Math.abs(under.value) < nothing) return unmeasured("zero-denominator");
  const value = over.value / under.value;
  return measuredIfFinite(value);
}
