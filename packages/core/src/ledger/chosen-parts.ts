import { digitsAt, parseFixedPoint } from "../numbers/fixed-point.ts";
import { type Integer, minus, toInteger } from "../numbers/integer.ts";
import type { LotMethod } from "../lots/lot-choice.ts";
import type { LotPart, OpenLot } from "../lots/open-lot.ts";
import { type CostRounding, takeFromLot, takeLots } from "../lots/take-lots.ts";
import { type InstrumentReplay, raise } from "./instrument-replay.ts";
import type { OpenHolding } from "./open-holding.ts";

/** The parts of lots that a reduction takes, by the holding's method. */
export function chosenParts(
  replay: InstrumentReplay,
  { method, quantity }: OpenHolding,
  lots: OpenLot[],
  sold: Integer,
  row: number,
): LotPart[] {
  const rounding = costRounding(replay);
  // When everything goes there is nothing to choose, hence nothing to name.
  if (method === "specific-lots" && sold === quantity) return takeLots(lots, sold, "fifo", rounding);
  if (method !== "specific-lots") return takeLots(lots, sold, method as LotMethod, rounding);
  const parts = namedParts(replay, lots, sold, row, rounding);
  const rest = parts.reduce<Integer>((left, { quantity }) => minus(left, quantity), sold);
  if (rest === 0) return parts;
  raise(
    replay,
    "ambiguous-lots",
    row,
    "The named lots do not cover all units, so the rest was taken from the oldest lots. Name the lots that were sold.",
  );
  return [...parts, ...takeLots(lots, rest, "fifo", rounding)];
}

/** How an instrument's lots are divided. */
export function costRounding({ context, amounts, gap }: InstrumentReplay): CostRounding {
  const { money, base } = amounts.scales;
  return { gap, money, base, digits: context.options.roundCostPerSale, observer: context.observer };
}

/** What the transaction names, as far as those lots are there; never more than is sold. */
function namedParts(
  { context, amounts }: InstrumentReplay,
  lots: OpenLot[],
  sold: Integer,
  row: number,
  rounding: CostRounding,
): LotPart[] {
  const { columns } = context;
  const parts: LotPart[] = [];
  let left = sold;
  for (const choice of columns.details.get(row)?.lots ?? []) {
    const chosen = parseFixedPoint(choice.quantity);
    if (chosen.scale > amounts.scales.quantity) continue;
    let wanted = lesser(toInteger(digitsAt(chosen, amounts.scales.quantity)), left);
    // A lot may lie in several pieces after transfers: all of them carry the name of the purchase.
    for (let at = 0; at < lots.length && wanted > 0;) {
      if (columns.ids[lots[at]!.row] !== choice.transaction) {
        at++;
        continue;
      }
      const part = takeFromLot(lots, at, wanted, rounding);
      parts.push(part);
      wanted = minus(wanted, part.quantity);
      left = minus(left, part.quantity);
    }
  }
  return parts;
}

function lesser(a: Integer, b: Integer): Integer {
  return a < b ? a : b;
}
