import type { Decimal } from "./decimal.ts";
import { fixedPoint } from "./exact-sum.ts";
import { multiplyFixed, toDecimal } from "./fixed-point.ts";

/** a x b without rounding: `times` of a Decimal keeps 60 digits, a quantity at a price at a derived rate may have more. */
export function exactProduct(a: Decimal, b: Decimal): Decimal {
  const { digits, scale } = multiplyFixed(fixedPoint(a), fixedPoint(b));
  return toDecimal(digits, scale);
}
