import { asBigInt } from "../numbers/integer.ts";
import { totalOf } from "./amount.ts";
import { approximateUnitCost, type OpenLot } from "./open-lot.ts";

/** The methods that take whole lots one after the other. */
export type LotMethod = "fifo" | "lifo" | "highest-cost" | "lowest-cost";

/**
 * The position of the lot that a method takes first: the oldest, the newest, or the one of the highest or lowest unit cost
 * in the instrument's currency; of equal ones the oldest.
 *
 * Cost: O(1), for the two by unit cost O(lots).
 */
export function nextLot(lots: readonly OpenLot[], method: LotMethod, gap: bigint): number {
  if (method === "fifo") return 0;
  if (method === "lifo") return lots.length - 1;
  const direction = method === "highest-cost" ? 1 : -1;
  const floatGap = Number(gap);
  let best = 0;
  let bestCost = approximateUnitCost(lots[0]!, floatGap);
  for (let position = 1; position < lots.length; position++) {
    const cost = approximateUnitCost(lots[position]!, floatGap);
    const ahead = direction * (cost - bestCost);
    const isNear = Math.abs(ahead) <= nearTie * Math.max(Math.abs(cost), Math.abs(bestCost));
    if (isNear ? isAhead(lots[position]!, lots[best]!, direction, gap) : ahead > 0) {
      best = position;
      bestCost = cost;
    }
  }
  return best;
}

/** Floats this close may stand in either order. */
const nearTie = 1e-9;

/** A lot that was sold in part keeps a rounded cost: what differs by no more than that is a tie. */
const roundingUnits = 10_000n;

function isAhead(a: OpenLot, b: OpenLot, direction: number, gap: bigint): boolean {
  const [quantityA, quantityB] = [asBigInt(a.quantity), asBigInt(b.quantity)];
  const difference = totalOf(a.cost, gap) * quantityB - totalOf(b.cost, gap) * quantityA;
  const ahead = direction > 0 ? difference : -difference;
  return ahead > roundingUnits * (quantityA + quantityB);
}
