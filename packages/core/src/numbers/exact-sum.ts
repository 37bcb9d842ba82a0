import type { Decimal } from "./decimal.ts";
import { addFixed, type FixedPoint, negateFixed, toDecimal } from "./fixed-point.ts";

/** The sum of decimals without rounding: `plus` of a Decimal keeps 60 digits, amounts at derived rates may have more. */
export function exactSum(values: readonly Decimal[]): Decimal {
  const { digits, scale } = values.map(fixedPoint).reduce(addFixed, { digits: 0n, scale: 0 });
  return toDecimal(digits, scale);
}

/** a - b without rounding. */
export function exactDifference(a: Decimal, b: Decimal): Decimal {
  const { digits, scale } = addFixed(fixedPoint(a), negateFixed(fixedPoint(b)));
  return toDecimal(digits, scale);
}

/** A Decimal as an integer and its scale. */
export function fixedPoint(value: Decimal): FixedPoint {
  const [whole = "0", fraction = ""] = value.toFixed().split(".");
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}
