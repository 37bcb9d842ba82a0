import { powerOfTen } from "../numbers/fixed-point.ts";
import { divideHalfEven, divideHalfUp } from "../numbers/rounding.ts";

/**
 * The cost that leaves an average-cost pool when a part of it goes: the ledger's one division.
 *
 * cost x sold / held, rounded half-even at the pool's own scale; the remainder stays in the pool. Selling everything
 * takes all of the cost, so cost in = cost out + cost left, to the last digit, always.
 *
 * Units: cost as an integer at the pool's money scale, quantities as integers at one common scale, 0 < sold <= held.
 */
export function relieveAverageCost(cost: bigint, sold: bigint, held: bigint): bigint {
  return sold === held ? cost : divideHalfEven(cost * sold, held);
}

/**
 * The same as a tax policy that keeps the remaining pool at whole minor units (`roundCostPerSale`), half up.
 *
 * `moneyScale` is the scale of `cost`, `digits` the digits that the remaining cost keeps.
 */
export function relieveAverageCostRounded(
  cost: bigint,
  sold: bigint,
  held: bigint,
  moneyScale: number,
  digits: number,
): bigint {
  if (sold === held) return cost;
  const unit = powerOfTen(moneyScale - digits);
  return cost - divideHalfUp(cost * (held - sold), held * unit) * unit;
}
