import { differenceOf, lesserOf, negatedOf, shareOf, sumOf } from "./derive.ts";
import { exactOf, headOf, withValue } from "./trail-node.ts";
import { explainBaseAmount, explainNativeAmount } from "./explain-amount.ts";
import { type CostFigure, costCurrency } from "./explain-relief.ts";
import { dateOf, type Explanation, kindOf, partsOf } from "./explanation.ts";
import { type HoldingChange, runningValue, scaleOf } from "./holding-change.ts";
import { holdingLeaf, lotLeaf } from "./leaf.ts";
import { type LotState, lotStepKey } from "./lot-steps.ts";
import type { Trail, TrailSource } from "./trail.ts";

/**
 * What a return of capital takes off the cost (an accumulation: adds), and what it pays beyond the cost, which is gain.
 *
 * `lowered` is positive; both add up to the amount. Lots are shown where one of them had less cost than its share.
 */
export interface CapitalEffect {
  readonly lowered: Trail;
  readonly beyond: Trail;
}

/** The effect on the cost of one holding. */
export function explainCapital(x: Explanation, change: HoldingChange, of: CostFigure): CapitalEffect {
  const { history, row, first } = change;
  const currency = costCurrency(x, of, history.instrument);
  const amount = amountOff(x, change, of);
  const lots = x.ledger.methods[history.account] === "average-cost" ? undefined : lotsBefore(x, change);
  if (lots !== undefined && lots.length !== 1) return ofLots(x, change, of, amount, lots);
  const before = holdingLeaf(x, of, history, row, runningValue(x, of, history, first - 1));
  const lowered = lesserOf(headOf("capital-up-to-cost", {}, currency), [amount, before]);
  return { lowered, beyond: differenceOf(headOf("capital-beyond-cost", {}, currency), [amount, lowered]) };
}

/** The amount that lowers the cost; one that raises it with its sign turned. */
function amountOff(x: Explanation, { row, history }: HoldingChange, of: CostFigure): Trail {
  const amount = of === "costBasis" ? explainNativeAmount(x, row, "gross") : explainBaseAmount(x, row, "gross");
  if (kindOf(x, row) !== "accumulation") return amount;
  return negatedOf(headOf("signed-out", {}, costCurrency(x, of, history.instrument)), amount);
}

function lotsBefore(x: Explanation, { row, history }: HoldingChange): readonly LotState[] {
  return x.lotSteps().before.get(lotStepKey(row, history.instrument, history.account)) ?? [];
}

/** Each lot takes its share by quantity, and none falls below 0: what that leaves over is gain. */
function ofLots(
  x: Explanation,
  change: HoldingChange,
  of: CostFigure,
  amount: Trail,
  lots: readonly LotState[],
): CapitalEffect {
  const { history, row } = change;
  const currency = costCurrency(x, of, history.instrument);
  const head = headOf("capital-beyond-cost", {}, currency);
  if (lots.length === 0 || amount.value === undefined) {
    const nothing = sumOf(headOf("nothing", {}, currency), []);
    const isUnknown = amount.value === undefined;
    return { lowered: isUnknown ? amount : nothing, beyond: isUnknown ? amount : sumOf(head, [amount]) };
  }
  const shares = runningShares(x, change, of, amount, lots);
  const above = lots.flatMap((lot, i) => {
    const cost = lotLeaf(x, of, history, row, lot);
    const [upTo, before] = [shares[i]!, shares[i - 1]];
    const parts = { acquired: dateOf(x, lot.row) };
    const share = differenceOf(
      headOf("capital-of-lot", parts, currency),
      before === undefined ? [upTo] : [upTo, before],
    );
    const over = differenceOf(headOf("capital-above-lot", parts, currency), [share, cost]);
    return over.value !== undefined && exactOf(over.value).digits <= 0n ? [] : [over];
  });
  const beyond = sumOf(head, above);
  const kept = { ...partsOf(x, row) };
  return {
    lowered: above.length === 0 ? amount : differenceOf(headOf("capital-up-to-cost", kept, currency), [amount, beyond]),
    beyond,
  };
}

/** The rounded share of each lot and all older ones: a lot's own share is the difference of two of them. */
function runningShares(
  x: Explanation,
  { history, row }: HoldingChange,
  of: CostFigure,
  amount: Trail,
  lots: readonly LotState[],
): Trail[] {
  const currency = costCurrency(x, of, history.instrument);
  const scale = scaleOf(x.ledger.instruments[history.instrument]!, of);
  const held = runningUnits(x, { history, row }, lots);
  const whole = held.at(-1)!;
  return held.map((units) => shareOf(headOf("capital-up-to-lot", {}, currency), [amount, units, whole], scale));
}

function runningUnits(
  x: Explanation,
  { history, row }: Pick<HoldingChange, "history" | "row">,
  lots: readonly LotState[],
): Trail[] {
  const totals: Trail[] = [];
  for (const lot of lots) {
    const own = lotLeaf(x, "quantity", history, row, lot);
    const head = headOf("lots-quantity-before", { acquired: dateOf(x, lot.row) }, undefined, "quantity");
    const before = totals.at(-1);
    const sum = sumOf(head, before === undefined ? [own] : [before, own]);
    // The total goes on as a value: its own inputs stand with the lot before.
    const source = { ...(own.source as Extract<TrailSource, { kind: "lot" }>), upTo: true } as const;
    totals.push(before === undefined ? sum : { ...withValue(head, "running-total", [], sum.value!), source });
  }
  return totals;
}
