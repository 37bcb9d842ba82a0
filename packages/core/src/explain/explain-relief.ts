import type { HoldingHistory } from "../ledger/holding-history.ts";
import { parseFixedPoint } from "../numbers/fixed-point.ts";
import { differenceOf, shareOf, sumOf } from "./derive.ts";
import { headOf, textOf, withValue } from "./trail-node.ts";
import { type Explanation, dateOf, partsOf } from "./explanation.ts";
import { type HoldingChange, runningValue, scaleOf } from "./holding-change.ts";
import { columnField, holdingLeaf, lotLeaf, ruleLeaf, statedField } from "./leaf.ts";
import type { TakenLot } from "./lot-steps.ts";
import type { RunningFigure, Trail } from "./trail.ts";

/** Cost in the instrument's or in the base currency. */
export type CostFigure = Exclude<RunningFigure, "quantity">;

/** The currency of a cost figure of an instrument. */
export function costCurrency({ ledger }: Explanation, of: CostFigure, instrument: number): string | undefined {
  return of === "costBasis" ? ledger.currencyOf[instrument] : ledger.baseCurrency;
}

/** Cost that goes with units that go: a share of the pool, or the lots that were taken; all of it with the last unit. */
export function explainRelief(x: Explanation, change: HoldingChange, of: CostFigure): Trail {
  const { ledger } = x;
  const { history, row, first } = change;
  const held = runningValue(x, "quantity", history, first - 1)!;
  const sold = columnField(x, row, "quantity");
  const before = holdingLeaf(x, of, history, row, runningValue(x, of, history, first - 1));
  const currency = costCurrency(x, of, history.instrument);
  if (sold === undefined || sold.value === "0") return ruleLeaf("0", "nothing", "transaction-effects", "money");
  if (ledger.methods[history.account] !== "average-cost") {
    const lots = x.lotSteps().taken.get(row) ?? [];
    const head = headOf("lots-taken", partsOf(x, row), currency);
    return sumOf(
      head,
      lots.map((lot) => takenLot(x, change, of, lot)),
    );
  }
  if (sold.value === held) return before;
  const units = holdingLeaf(x, "quantity", history, row, held);
  const scale = scaleOf(ledger.instruments[history.instrument]!, of);
  const digits = ledger.options.roundCostPerSale;
  const parts = { ...partsOf(x, row), quantity: sold.value! };
  if (digits === undefined) return shareOf(headOf("cost-share", parts, currency), [before, sold, units], scale);
  const left = differenceOf(headOf("quantity-left", {}, undefined, "quantity"), [units, sold]);
  const rest = shareOf(headOf("cost-of-rest", {}, currency), [before, left, units], digits, "half-up");
  return differenceOf(headOf("cost-share", parts, currency), [before, rest]);
}

function takenLot(x: Explanation, { history, row }: HoldingChange, of: CostFigure, lot: TakenLot): Trail {
  const { ledger } = x;
  const at = lot.isAgain ? "within" : "before";
  const cost = lotLeaf(x, of, history, row, lot, at);
  const acquired = dateOf(x, lot.row);
  const currency = costCurrency(x, of, history.instrument);
  if (lot.isWhole) return sumOf(headOf("lot-taken", { acquired }, currency), [cost]);
  const digits = ledger.options.roundCostPerSale;
  const scale = digits ?? scaleOf(ledger.instruments[history.instrument]!, of);
  const mode = digits === undefined ? "half-even" : "half-up";
  const head = headOf("lot-share", { acquired, quantity: lot.taken }, currency);
  const units = lotLeaf(x, "quantity", history, row, lot, at);
  return shareOf(head, [cost, takenUnits(x, history, row, lot), units], scale, mode);
}

/** Units taken from a lot that was not used up: as named, else what was sold less what other lots gave. */
function takenUnits(x: Explanation, history: HoldingHistory, row: number, lot: TakenLot): Trail {
  const named = namedUnits(x, row, lot);
  if (named !== undefined) return named;
  const sold = columnField(x, row, "quantity")!;
  const others = x
    .lotSteps()
    .taken.get(row)!
    .filter((other) => other !== lot);
  const given = others.map((other) => {
    if (other.isWhole) return lotLeaf(x, "quantity", history, row, other, other.isAgain ? "within" : "before");
    const head = headOf("units-from-lot", { acquired: dateOf(x, other.row) }, undefined, "quantity");
    return namedUnits(x, row, other) ?? withValue(head, "recorded", [], other.taken);
  });
  if (given.length === 0) return sold;
  const acquired = dateOf(x, lot.row);
  return differenceOf(headOf("units-from-lot", { acquired }, undefined, "quantity"), [sold, ...given]);
}

/** The quantity that the transaction names of a lot, where that is what was taken. */
function namedUnits(x: Explanation, row: number, lot: TakenLot): Trail | undefined {
  if (x.ledger.methods[x.ledger.columns.account[row]!] !== "specific-lots") return undefined;
  const choices = x.ledger.columns.details.get(row)?.lots ?? [];
  const id = x.ledger.columns.ids[lot.row];
  const at = choices.findIndex(
    ({ transaction, quantity }) => transaction === id && textOf(parseFixedPoint(quantity)) === lot.taken,
  );
  if (at < 0) return undefined;
  return statedField(x, row, `lots.${at}.quantity`, lot.taken, "units-named", "quantity");
}
