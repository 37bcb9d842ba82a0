import { Decimal } from "../numbers/decimal.ts";
import { exactDifference } from "../numbers/exact-sum.ts";
import type { PlanLot } from "./plan-lot.ts";

/** Digits kept of the cost of a part of a lot; the remainder stays in the lot. */
const costDigits = 24;

/** What a sale leaves of lots, which stand in the order in which they are sold; the list keeps its length. */
export function lotsLeft(lots: readonly PlanLot[], sold: Decimal): PlanLot[] {
  let rest = sold;
  return lots.map((lot) => {
    const units = Decimal.min(rest, lot.quantity);
    if (!units.gt(0)) return lot;
    rest = exactDifference(rest, units);
    const baseCost = exactDifference(lot.baseCost, costOfPart(lot, units));
    return { ...lot, quantity: exactDifference(lot.quantity, units), baseCost };
  });
}

/** The share of a lot's cost that goes with some of its units; all of it with the last one. */
export function costOfPart({ baseCost, quantity }: PlanLot, units: Decimal): Decimal {
  if (units.eq(quantity)) return baseCost;
  return baseCost.times(units).div(quantity).toDecimalPlaces(costDigits, Decimal.ROUND_HALF_EVEN);
}
