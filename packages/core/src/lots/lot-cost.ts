import { powerOfTen } from "../numbers/fixed-point.ts";
import { divideHalfEven, divideHalfUp } from "../numbers/rounding.ts";

/**
 * The cost that leaves a lot with a part of its units: cost x sold / held, half-even at the lot's own scale.
 *
 * With `digits` (the tax policy `roundCostPerSale`) it is rounded to that many digits, half up. The remainder stays in the
 * lot, and a lot that is used up takes its rest along without coming here.
 */
export function relieveLotCost(
  cost: bigint,
  sold: bigint,
  held: bigint,
  moneyScale: number,
  digits: number | undefined,
): bigint {
  if (digits === undefined) return divideHalfEven(cost * sold, held);
  const unit = powerOfTen(moneyScale - digits);
  return divideHalfUp(cost * sold, held * unit) * unit;
}
