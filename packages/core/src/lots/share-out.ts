import { asBigInt } from "../numbers/integer.ts";
import { divideHalfEven } from "../numbers/rounding.ts";
import type { OpenLot } from "./open-lot.ts";

/**
 * Shares an amount out over lots, pro rata by quantity, so that the shares add up to it exactly.
 *
 * Each share is the difference of two rounded running sums: no share is off by more than a unit, and none is left over.
 */
export function shareOut(amount: bigint, lots: readonly Pick<OpenLot, "quantity">[]): bigint[] {
  const whole = lots.reduce((sum, { quantity }) => sum + asBigInt(quantity), 0n);
  let held = 0n;
  let shared = 0n;
  return lots.map(({ quantity }) => {
    held += asBigInt(quantity);
    const upToHere = divideHalfEven(amount * held, whole);
    const share = upToHere - shared;
    shared = upToHere;
    return share;
  });
}
