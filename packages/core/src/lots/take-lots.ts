import { asBigInt, type Integer, minus } from "../numbers/integer.ts";
import { relieveLotCost } from "./lot-cost.ts";
import { type LotMethod, nextLot } from "./lot-choice.ts";
import { type LotPart, type OpenLot, takeShare } from "./open-lot.ts";

/** How the cost of a part of a lot is found: the scales, and the digits it is rounded to by a tax policy. */
export interface CostRounding {
  readonly gap: bigint;
  readonly money: number;
  readonly base: number;
  readonly digits: number | undefined;
  /** Told of each lot before units are taken from it. */
  readonly observer?: { beforeTaking(lot: OpenLot, wanted: Integer): void } | undefined;
}

/** Takes units from lots, one lot after the other by the method; the units are there. */
export function takeLots(lots: OpenLot[], quantity: Integer, method: LotMethod, rounding: CostRounding): LotPart[] {
  const parts: LotPart[] = [];
  let wanted = quantity;
  while (wanted > 0) {
    const position = nextLot(lots, method, rounding.gap);
    const part = takeFromLot(lots, position, wanted, rounding);
    wanted = minus(wanted, part.quantity);
    parts.push(part);
  }
  return parts;
}

/** Takes up to so many units from one lot; a lot that is used up goes with all of its cost. */
export function takeFromLot(lots: OpenLot[], position: number, wanted: Integer, rounding: CostRounding): LotPart {
  const lot = lots[position]!;
  rounding.observer?.beforeTaking(lot, wanted);
  if (wanted >= lot.quantity) {
    if (position === 0) lots.shift();
    else lots.splice(position, 1);
    return lot;
  }
  const [sold, held] = [asBigInt(wanted), asBigInt(lot.quantity)];
  const { gap, money, base, digits } = rounding;
  const shareAt =
    (scale: number) =>
    (total: bigint): bigint =>
      relieveLotCost(total, sold, held, scale, digits);
  const part: LotPart = {
    row: lot.row,
    quantity: wanted,
    cost: takeShare(lot.cost, gap, shareAt(money)),
    base: lot.base && takeShare(lot.base, gap, shareAt(base)),
    isIncomplete: lot.isIncomplete,
  };
  lot.quantity = minus(lot.quantity, wanted);
  return part;
}
