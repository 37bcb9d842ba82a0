import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { compensatedSum } from "../series/compensated-sum.ts";

/**
 * The sum of amount x e^(-exponent), each with its own exponent.
 *
 * Undefined: an amount is not known (NaN) -> `missing-price`; the sum passes the range of a double ->
 * `out-of-range`.
 */
export function discountedSum(amounts: ArrayLike<number>, exponentAt: (position: number) => number): Measured {
  // Nothing stays nothing, even where the factor passes all doubles.
  const terms = Float64Array.from(amounts, (amount, i) => (amount === 0 ? 0 : amount * Math.exp(-exponentAt(i))));
  const sum = compensatedSum(terms);
  if (Number.isFinite(sum)) return measured(sum);
  return unmeasured(Array.prototype.some.call(amounts, Number.isNaN) ? "missing-price" : "out-of-range");
}
