import { asBigInt, type Integer } from "../numbers/integer.ts";
import { addAmount, type Amount, noAmount, subtractAmount, totalOf } from "../lots/amount.ts";
import { relieveAverageCost, relieveAverageCostRounded } from "../lots/average-cost.ts";
import type { LotPart, OpenLot } from "../lots/open-lot.ts";
import type { InstrumentReplay } from "./instrument-replay.ts";
import { chosenParts } from "./chosen-parts.ts";
import { clearUnits, type OpenHolding, removeUnits } from "./open-holding.ts";

/** Takes units out of a holding with their cost, by its method; all of the cost goes with the last unit. */
export function relieve(replay: InstrumentReplay, holding: OpenHolding, sold: Integer, row: number): void {
  if (sold === 0) return;
  if (holding.lots !== undefined) void takeFromLots(replay, holding, holding.lots, sold, row);
  else if (sold === holding.quantity) clearUnits(holding);
  else takeFromPool(replay, holding, sold);
}

/** The same, and answers what left, lot by lot: with its cost and the row that acquired it. */
export function takeParts(replay: InstrumentReplay, holding: OpenHolding, sold: Integer, row: number): LotPart[] {
  if (sold === 0) return [];
  if (holding.lots !== undefined) return takeFromLots(replay, holding, holding.lots, sold, row);
  const { isBase, isIncomplete, row: opened } = holding;
  const cost = { ...holding.cost };
  const base = holding.base && { ...holding.base };
  relieve(replay, holding, sold, row);
  subtractAmount(cost, holding.cost);
  if (base !== undefined) subtractAmount(base, holding.base ?? noAmount());
  return [{ row: opened, quantity: sold, cost, base: isBase ? undefined : base, isIncomplete }];
}

/** Adds the parts of the cost up and divides, once: what stays is divided from here on. */
function takeFromPool({ context, gap, amounts }: InstrumentReplay, holding: OpenHolding, sold: Integer): void {
  const { money, base } = amounts.scales;
  const digits = context.options.roundCostPerSale;
  const [out, held] = [asBigInt(sold), asBigInt(holding.quantity)];
  const lower = (cost: Amount, scale: number): void => {
    const total = totalOf(cost, gap);
    cost.booked = 0;
    cost.divided =
      total -
      (digits === undefined
        ? relieveAverageCost(total, out, held)
        : relieveAverageCostRounded(total, out, held, scale, digits));
  };
  lower(holding.cost, money);
  if (!holding.isBase && holding.base !== undefined) lower(holding.base, base);
  removeUnits(holding, sold);
}

function takeFromLots(
  replay: InstrumentReplay,
  holding: OpenHolding,
  lots: OpenLot[],
  sold: Integer,
  row: number,
): LotPart[] {
  const parts = chosenParts(replay, holding, lots, sold, row);
  for (const { cost, base } of parts) {
    subtractAmount(holding.cost, cost);
    if (holding.base !== undefined && base !== undefined) subtractAmount(holding.base, base);
  }
  holding.row = parts.at(-1)?.row ?? holding.row;
  removeUnits(holding, sold);
  if (holding.quantity === 0) clearUnits(holding);
  else forgetWhatLeft(holding, lots);
  return parts;
}

/** A lot without a rate or without a cost makes a holding incomplete only while it is there. */
function forgetWhatLeft(holding: OpenHolding, lots: readonly OpenLot[]): void {
  if (holding.isIncomplete) holding.isIncomplete = lots.some(({ isIncomplete }) => isIncomplete);
  if (holding.isBase || holding.base !== undefined || lots.some(({ base }) => base === undefined)) return;
  holding.base = noAmount();
  for (const { base } of lots) addAmount(holding.base, base!);
}
