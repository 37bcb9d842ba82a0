import { priceOn } from "../prices/price-history.ts";
import { productOf, sumOf } from "./derive.ts";
import { headOf } from "./trail-node.ts";
import { bookedCurrency, explainGross } from "./explain-amount.ts";
import { unitsReceived } from "./explain-quantity.ts";
import { explainRate } from "./explain-rate.ts";
import { type Explanation, dateOf, kindOf, partsOf } from "./explanation.ts";
import { type HoldingChange, runningValue } from "./holding-change.ts";
import { closeLeaf, holdingLeaf, ruleLeaf, statedField } from "./leaf.ts";
import type { Trail } from "./trail.ts";

/** Which part of a whole moves: `part` / `of`. */
export interface Proportion {
  readonly part: Trail;
  readonly of: Trail;
}

/**
 * The share of an old instrument's cost that the new units take over: as stated, else by the closes that the ledger was
 * handed, of the new units against the old ones (spin-off) or against the cash (merger).
 *
 * Undefined: neither is known, so a spin-off moves nothing and a merger everything.
 */
export function explainProportion(
  x: Explanation,
  from: HoldingChange,
  to: HoldingChange | undefined,
): Proportion | undefined {
  const { columns, reorganizationCloses } = x.ledger;
  const { row } = from;
  const stated = columns.details.get(row)?.costProportion;
  if (stated !== undefined)
    return {
      part: statedField(x, row, "costProportion", stated, "proportion-stated", "ratio"),
      of: ruleLeaf("1", "one", "corporate-actions"),
    };
  const closes = reorganizationCloses.get(row);
  if (to === undefined || closes?.toInstrument === undefined) return undefined;
  const isMerger = kindOf(x, row) === "merger";
  const new_ = worth(x, row, unitsReceived(x, to), columns.details.get(row)!.toInstrument!, "market-share-new");
  const held = runningValue(x, "quantity", from.history, from.first - 1);
  const units = holdingLeaf(x, "quantity", from.history, row, held);
  const old = isMerger
    ? cashPart(x, row)
    : worth(x, row, units, columns.instruments[from.history.instrument]!, "market-share-old");
  if (new_?.value === undefined || old?.value === undefined) return undefined;
  return { part: new_, of: sumOf(headOf("market-share-all", {}, new_.currency), [new_, old]) };
}

/** Units at their close of the day, in the currency of the old instrument. */
function worth(
  x: Explanation,
  row: number,
  units: Trail,
  instrument: string,
  code: "market-share-new" | "market-share-old",
): Trail | undefined {
  const { columns, currencyOf } = x.ledger;
  const currency = currencyOf[columns.instrument[row]!]!;
  const day = columns.day[row]!;
  if (priceOn(x.prices.get(instrument), day) === undefined) return undefined;
  const rate = explainRate(x, currencyOf[columns.instruments.indexOf(instrument)]!, currency, day);
  const factors = [units, closeLeaf(x, instrument, day), ...(rate === undefined ? [] : [rate])];
  return productOf(headOf(code, { date: dateOf(x, row) }, currency), factors);
}

function cashPart(x: Explanation, row: number): Trail | undefined {
  const { columns, currencyOf } = x.ledger;
  const currency = currencyOf[columns.instrument[row]!]!;
  const gross = explainGross(x, row);
  if (gross === undefined) return undefined;
  const rate = explainRate(x, bookedCurrency(x, row), currency, columns.day[row]!);
  const head = headOf("market-share-cash", partsOf(x, row), currency);
  return rate === undefined ? gross : productOf(head, [gross, rate]);
}
