import { asBigInt, type Integer } from "../numbers/integer.ts";
import { relieveAverageCost, relieveAverageCostRounded } from "../lots/average-cost.ts";
import { type Amount, totalOf } from "./amount.ts";
import type { InstrumentReplay } from "./instrument-replay.ts";
import { clearUnits, type OpenHolding, removeUnits } from "./open-holding.ts";

/** Takes units out of a holding with their share of its cost; all of it with the last unit, whatever it was made of. */
export function relieve(replay: InstrumentReplay, holding: OpenHolding, sold: Integer): void {
  if (sold === holding.quantity) return clearUnits(holding);
  if (sold === 0) return;
  const { money, base } = replay.amounts.scales;
  lower(replay, holding.cost, sold, holding.quantity, money);
  if (!holding.isBase && holding.base !== undefined) lower(replay, holding.base, sold, holding.quantity, base);
  removeUnits(holding, sold);
}

/** Adds the parts of the cost up and divides, once: what stays is divided from here on. */
function lower({ context, gap }: InstrumentReplay, cost: Amount, sold: Integer, held: Integer, scale: number): void {
  const digits = context.options.roundCostPerSale;
  const total = totalOf(cost, gap);
  const share =
    digits === undefined
      ? relieveAverageCost(total, asBigInt(sold), asBigInt(held))
      : relieveAverageCostRounded(total, asBigInt(sold), asBigInt(held), scale, digits);
  cost.divided = total - share;
  cost.booked = 0;
}
