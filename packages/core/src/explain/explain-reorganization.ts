import { negatedOf, productOf, shareOf, sumOf } from "./derive.ts";
import { exactOf, headOf } from "./trail-node.ts";
import { explainNativeAmount } from "./explain-amount.ts";
import { explainProportion, type Proportion } from "./explain-proportion.ts";
import { explainRate } from "./explain-rate.ts";
import { type CostFigure, costCurrency } from "./explain-relief.ts";
import { type Explanation, kindOf, nameOf, partsOf } from "./explanation.ts";
import { changeAt, type HoldingChange, runningValue, scaleOf } from "./holding-change.ts";
import { holdingLeaf, lotLeaf } from "./leaf.ts";
import { lotStepKey } from "./lot-steps.ts";
import type { Trail } from "./trail.ts";

/** Cost that a corporate action moves out of the old instrument (its sign turned) or into the new one. */
export function explainReorganization(x: Explanation, change: HoldingChange, of: CostFigure): Trail {
  const { columns } = x.ledger;
  const { history, row } = change;
  const currency = costCurrency(x, of, history.instrument);
  if (history.instrument === columns.instrument[row]) {
    const to = nameOf(x, columns.details.get(row)!.toInstrument!);
    const head = headOf("cost-moved-out", { ...partsOf(x, row), instrument: to }, currency);
    const out = kindOf(x, row) === "spin-off" ? movedParts(x, change, of) : [costBefore(x, change, of)];
    return out.length === 1 ? negatedOf(head, out[0]!) : negatedOf(head, sumOf(partHead(currency), out));
  }
  const from = otherChange(x, change)!;
  const name = nameOf(x, columns.instruments[from.history.instrument]!);
  return sumOf(
    headOf("cost-moved-in", { ...partsOf(x, row), instrument: name }, currency),
    carried(x, from, change, of),
  );
}

/** Cost of what the cash part of a merger paid for: what does not move over. */
export function explainPaidFor(x: Explanation, change: HoldingChange, of: CostFigure): Trail {
  const before = costBefore(x, change, of);
  if (isAllCash(x, change)) return before;
  const currency = costCurrency(x, of, change.history.instrument);
  const moved = movedParts(x, change, of);
  const inputs = [before, ...moved.map((part) => negatedOf(headOf("deducted", {}, currency), part))];
  return sumOf(headOf("cost-paid-for", partsOf(x, change.row), currency), inputs);
}

/** The change that the same row made to the other instrument, in the same account. */
function otherChange(x: Explanation, { history, row }: HoldingChange): HoldingChange | undefined {
  const { columns, instruments } = x.ledger;
  const isOld = history.instrument === columns.instrument[row];
  const other = isOld ? columns.instruments.indexOf(columns.details.get(row)!.toInstrument!) : columns.instrument[row]!;
  const found = instruments[other]?.holdings.find(({ account }) => account === history.account);
  const entry = found?.rows.indexOf(row) ?? -1;
  return found === undefined || entry < 0 ? undefined : changeAt(found, entry);
}

function isAllCash(x: Explanation, from: HoldingChange): boolean {
  return kindOf(x, from.row) === "merger" && otherChange(x, from) === undefined;
}

function costBefore(x: Explanation, { history, row, first }: HoldingChange, of: CostFigure): Trail {
  return holdingLeaf(x, of, history, row, runningValue(x, of, history, first - 1));
}

/** The parts of the old cost that move, lot by lot: all of it, or a share that is rounded for each lot. */
function movedParts(x: Explanation, from: HoldingChange, of: CostFigure): Trail[] {
  const { history, row } = from;
  const kind = kindOf(x, row);
  const proportion = movesShare(x, from) ? explainProportion(x, from, otherChange(x, from)) : undefined;
  if (proportion === undefined) return kind === "spin-off" ? [] : costsBefore(x, from, of);
  const scale = scaleOf(x.ledger.instruments[history.instrument]!, of);
  return costsBefore(x, from, of).map((cost) => shareOfCost(cost, proportion, scale));
}

function shareOfCost(cost: Trail, { part, of }: Proportion, scale: number): Trail {
  return shareOf(headOf("cost-moved", {}, cost.currency), [cost, part, of], scale);
}

/** A spin-off moves a share; a merger one beside a cash part. */
function movesShare(x: Explanation, { row }: HoldingChange): boolean {
  if (kindOf(x, row) === "spin-off") return true;
  return kindOf(x, row) === "merger" && hasCash(x, row);
}

function hasCash(x: Explanation, row: number): boolean {
  const { value } = explainNativeAmount(x, row, "gross");
  return value !== undefined && value !== "0";
}

/** The cost of each lot before a row; of average cost the pool's. */
function costsBefore(x: Explanation, from: HoldingChange, of: CostFigure): Trail[] {
  const { history, row } = from;
  if (x.ledger.methods[history.account] === "average-cost") return [costBefore(x, from, of)];
  const lots = x.lotSteps().before.get(lotStepKey(row, history.instrument, history.account)) ?? [];
  return lots.map((lot) => lotLeaf(x, of, history, row, lot));
}

/** Moved cost as the new instrument keeps it, lot by lot: what was settled in the base currency stays, else the rate of the day. */
function carried(x: Explanation, from: HoldingChange, to: HoldingChange, of: CostFigure): Trail[] {
  const { currencyOf, baseCurrency, columns, instruments } = x.ledger;
  const [oldLedger, newLedger] = [instruments[from.history.instrument]!, instruments[to.history.instrument]!];
  const [old, new_] = [currencyOf[from.history.instrument]!, currencyOf[to.history.instrument]!];
  const scale = scaleOf(newLedger, of);
  const inBase = movedParts(x, from, "baseCostBasis");
  if (of === "baseCostBasis" && new_ !== baseCurrency) return fitted(inBase, scale);
  const native = movedParts(x, from, "costBasis");
  const rate = explainRate(x, old, new_, columns.day[to.row]!);
  if (rate?.value === undefined && rate !== undefined && native.length === 0) return [rate];
  const head = headOf("cost-converted", partsOf(x, to.row), new_);
  const carriedPart = (cost: Trail, lot: number): Trail => {
    const settled = new_ === baseCurrency ? inBase[lot] : undefined;
    if (settled?.value !== undefined) return settled;
    return rate === undefined ? cost : productOf(head, [cost, rate], scaleOf(oldLedger, "costBasis"));
  };
  return fitted(native.map(carriedPart), scale);
}

/** Cut to the digits of the new instrument: only where actions lead round in a circle are those fewer. */
function fitted(costs: readonly Trail[], scale: number): Trail[] {
  return costs.map((cost) => {
    const digits = cost.value === undefined ? 0 : exactOf(cost.value).scale;
    return digits <= scale ? cost : productOf(headOf("cost-cut", {}, cost.currency), [cost], scale);
  });
}

function partHead(currency: string | undefined): ReturnType<typeof headOf> {
  return headOf("cost-moved", {}, currency);
}
