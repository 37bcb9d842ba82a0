import { Decimal, type DecimalString } from "../numbers/decimal.ts";
import { exactProduct } from "../numbers/exact-product.ts";
import { exactDifference } from "../numbers/exact-sum.ts";
import { amountOf } from "./exact-amount.ts";

/**
 * How much drift is allowed, as fractions in decimal text. With both the narrower one counts.
 *
 * The "5/25 rule" is `{ absolute: "0.05", relative: "0.25" }`: five points, or a quarter of the target.
 */
export interface ToleranceBand {
  /** Points: 0.05 lets a target of 0.4 go from 0.35 to 0.45. */
  readonly absolute?: DecimalString;
  /** A fraction of the target: 0.25 lets a target of 0.04 go from 0.03 to 0.05. */
  readonly relative?: DecimalString;
}

/**
 * Whether an actual value lies outside the band around its target; on the edge is inside. Compared exactly.
 *
 * Without a band nothing is outside.
 *
 * @throws {PortfolioError} `invalid-decimal`: a width is no decimal, or below 0
 */
export function isOutsideBand(
  { marketValue, target, total }: { readonly marketValue: Decimal; readonly target: Decimal; readonly total: Decimal },
  { absolute, relative }: ToleranceBand,
): boolean {
  const wished = exactProduct(target, total);
  const distance = exactDifference(marketValue, wished).abs();
  const widths = [
    ...(absolute === undefined ? [] : [exactProduct(amountOf(absolute, "The absolute band"), total)]),
    ...(relative === undefined ? [] : [exactProduct(amountOf(relative, "The relative band"), wished)]),
  ];
  return widths.length > 0 && distance.gt(Decimal.min(...widths));
}
