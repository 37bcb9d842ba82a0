import { Decimal } from "../../numbers/decimal.ts";

/**
 * Shares an amount in proportion to weights, each share rounded half-even to `digits`; the last one takes the rest, so
 * that the shares add up to the amount.
 */
export function shareOut(amount: Decimal, weights: readonly Decimal[], digits: number): readonly Decimal[] {
  const whole = weights.reduce((sum, weight) => sum.plus(weight), new Decimal(0));
  let left = amount;
  return weights.map((weight, index) => {
    const isLast = index === weights.length - 1;
    const share = isLast || whole.isZero() ? left : amount.times(weight).dividedBy(whole).toDecimalPlaces(digits);
    left = left.minus(share);
    return share;
  });
}
