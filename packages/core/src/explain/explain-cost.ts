import type { LedgerQuery } from "../holdings/ledger-query.ts";
import type { HoldingHistory, InstrumentLedger } from "../ledger/holding-history.ts";
import { costOut, quantityOut } from "../ledger/disposal-history.ts";
import { toDecimalString } from "../numbers/fixed-point.ts";
import { leftOutOf, negatedOf, shareOf, sumOf } from "./derive.ts";
import { confirmed, headOf } from "./trail-node.ts";
import { explainBaseAmount, explainNativeAmount, isBelowZero } from "./explain-amount.ts";
import { explainCapital } from "./explain-capital.ts";
import { accountParts } from "./explain-quantity.ts";
import { type CostFigure, costCurrency, explainRelief } from "./explain-relief.ts";
import { explainReorganization } from "./explain-reorganization.ts";
import { type Explanation, kindOf, nameOf, partsOf } from "./explanation.ts";
import {
  changeAt,
  changedValue,
  changesUntil,
  type HoldingChange,
  historiesOf,
  lastEntryUntil,
  runningValue,
  scaleOf,
} from "./holding-change.ts";
import { columnField, holdingLeaf, lotLeaf } from "./leaf.ts";
import { lotStepKey } from "./lot-steps.ts";
import type { Trail } from "./trail.ts";

/** What the units of an instrument cost, account by account: what each transaction added or took, in order. */
export function explainCost(x: Explanation, instrument: InstrumentLedger, query: LedgerQuery, of: CostFigure): Trail {
  const inputs = historiesOf(x, instrument, query).map((history) => accountCost(x, history, query.on, of));
  const name = nameOf(x, x.ledger.columns.instruments[instrument.instrument]!);
  const currency = costCurrency(x, of, instrument.instrument);
  return sumOf(headOf("cost-basis", { instrument: name }, currency), inputs);
}

/** Cost that went with units that went, positive: of a sale, a delivery out, or the outgoing half of a transfer. */
export function explainCostGone(x: Explanation, change: HoldingChange, of: CostFigure): Trail {
  const isTakenBack = isBelowZero(columnField(x, change.row, "quantity")?.value);
  return isTakenBack ? takenBack(x, change, of) : explainRelief(x, change, of);
}

function accountCost(x: Explanation, history: HoldingHistory, on: string | undefined, of: CostFigure): Trail {
  const lastEntry = lastEntryUntil(history, on);
  const all = changesUntil(history, lastEntry);
  const inputs = fromWhereKnown(x, history, all, of).filter((change) => !changesNothing(x, change, of));
  const head = headOf("account-cost", accountParts(x, history.account), costCurrency(x, of, history.instrument));
  const { incomplete: _, ...trail } = sumOf(
    head,
    inputs.map((change) => costChange(x, change, of)),
  );
  const isUnknown = runningValue(x, of, history, lastEntry) === undefined && trail.missing === undefined;
  if (isUnknown) {
    const { value: known, ...rest } = trail;
    return { ...rest, ...(known === undefined ? {} : { known }), missing: "missing-rate" };
  }
  return history.incomplete.has(lastEntry) ? { ...trail, incomplete: "missing-cost" } : trail;
}

/** Without those before the cost was last unknown, when it is known now: the sum begins anew with what was known then. */
function fromWhereKnown(
  x: Explanation,
  history: HoldingHistory,
  changes: readonly HoldingChange[],
  of: CostFigure,
): readonly HoldingChange[] {
  const isUnknown = ({ last }: HoldingChange): boolean => runningValue(x, of, history, last) === undefined;
  const lastUnknown = changes.findLastIndex(isUnknown);
  if (lastUnknown < 0 || lastUnknown === changes.length - 1) return changes;
  return changes.slice(lastUnknown + 1);
}

function changesNothing(x: Explanation, change: HoldingChange, of: CostFigure): boolean {
  if (kindOf(x, change.row) === "split") return runningValue(x, of, change.history, change.last) !== undefined;
  return changedValue(x, of, change) === "0" && kindOf(x, change.row) === "transfer-out";
}

function costChange(x: Explanation, change: HoldingChange, of: CostFigure): Trail {
  const before = runningValue(x, of, change.history, change.first - 1);
  const after = runningValue(x, of, change.history, change.last);
  if (before === undefined && after !== undefined) return knownAgain(x, change, of, after);
  return confirmed(costTrail(x, change, of), changedValue(x, of, change));
}

/** The lots that are left, once those without a rate have gone. */
function knownAgain(x: Explanation, change: HoldingChange, of: CostFigure, after: string): Trail {
  const { history, row } = change;
  const lots = x.lotSteps().after.get(lotStepKey(row, history.instrument, history.account)) ?? [];
  const head = headOf("lots-left", partsOf(x, row), costCurrency(x, of, history.instrument));
  return confirmed(
    sumOf(
      head,
      lots.map((lot) => lotLeaf(x, of, history, row, lot, "after")),
    ),
    after,
  );
}

function costTrail(x: Explanation, change: HoldingChange, of: CostFigure): Trail {
  const { columns } = x.ledger;
  const { history, row } = change;
  const currency = costCurrency(x, of, history.instrument);
  const parts = partsOf(x, row);
  const kind = kindOf(x, row);
  switch (kind) {
    case "sell":
    case "delivery-out":
      return negatedOf(headOf("cost-went", parts, currency), explainCostGone(x, change, of));
    case "transfer-out": {
      if (columns.account[row] === history.account)
        return negatedOf(headOf("cost-went", parts, currency), explainCostGone(x, change, of));
      const from = x.ledger.instruments[history.instrument]!.holdings.find(
        ({ account }) => account === columns.account[row],
      )!;
      const out = changeAt(from, from.rows.indexOf(row));
      return sumOf(headOf("moved-in", parts, currency), [explainCostGone(x, out, of)]);
    }
    case "dividend":
    case "return-of-capital":
    case "accumulation": {
      const head = headOf(kind === "accumulation" ? "income-kept" : "capital-returned", parts, currency);
      return negatedOf(head, explainCapital(x, change, of).lowered);
    }
    case "merger":
    case "spin-off":
    case "symbol-change":
      return withUnknown(x, history, explainReorganization(x, change, of), of);
    default:
      return acquired(x, change, of);
  }
}

/** What units cost that came in; all that was left when a correction takes the last unit back. */
function acquired(x: Explanation, change: HoldingChange, of: CostFigure): Trail {
  const { history, row, first, last } = change;
  const currency = costCurrency(x, of, history.instrument);
  const quantity = columnField(x, row, "quantity")?.value ?? "0";
  const price = columnField(x, row, "unitPrice")?.value;
  const parts = { ...partsOf(x, row), quantity, ...(price === undefined ? {} : { price }) };
  if (isBelowZero(quantity) && runningValue(x, "quantity", history, last) === "0") {
    const before = holdingLeaf(x, of, history, row, runningValue(x, of, history, first - 1));
    return negatedOf(headOf("corrected-to-nothing", parts, currency), before);
  }
  const kind = kindOf(x, row);
  const side = kind === "staking-reward" || kind === "airdrop" ? "gross" : "with-charges";
  const amount = of === "costBasis" ? explainNativeAmount(x, row, side) : explainBaseAmount(x, row, side);
  return withUnknown(
    x,
    history,
    sumOf(headOf(price === undefined ? "bought" : "bought-at", parts, currency), [amount]),
    of,
  );
}

/** The ledger books an unknown cost in the instrument's currency as 0, and says that the cost is not complete. */
function withUnknown(x: Explanation, { instrument }: HoldingHistory, trail: Trail, of: CostFigure): Trail {
  const isNative = of === "costBasis" || x.ledger.currencyOf[instrument] === x.ledger.baseCurrency;
  if (trail.value !== undefined || !isNative) return trail;
  const { code, parts, currency } = trail;
  return leftOutOf(headOf(code, parts, currency), trail.inputs);
}

/** A sale taken back brings back what the last sale took, by quantity; without one its proceeds. Below 0: it comes in. */
function takenBack(x: Explanation, { history, row, first }: HoldingChange, of: CostFigure): Trail {
  const currency = costCurrency(x, of, history.instrument);
  const head = headOf("sale-taken-back", partsOf(x, row), currency);
  const lastSale = history.disposals.entries.findLast(
    (entry) => entry < first && quantityOut(history.quantity, entry) > 0n,
  );
  if (lastSale === undefined)
    return of === "costBasis" ? explainNativeAmount(x, row, "less-charges") : explainBaseAmount(x, row, "less-charges");
  const out = costOut(of === "costBasis" ? history.cost : history.baseCost, lastSale);
  const instrument = x.ledger.instruments[history.instrument]!;
  const scale = scaleOf(instrument, of);
  const sale = history.rows[lastSale]!;
  const leaf = (figure: CostFigure | "quantity", value: string | undefined): Trail => {
    const { label: _, ...node } = holdingLeaf(x, figure, history, sale, value);
    const code = figure === "quantity" ? "quantity-of-sale" : "cost-of-sale";
    const source = { ...node.source!, at: "taken" } as NonNullable<Trail["source"]>;
    return { ...node, ...headOf(code, partsOf(x, sale), node.currency, node.unit), source };
  };
  const cost = leaf(of, out === undefined ? undefined : toDecimalString(out, scale));
  const sold = leaf("quantity", toDecimalString(quantityOut(history.quantity, lastSale), instrument.scales.quantity));
  return shareOf(head, [cost, columnField(x, row, "quantity")!, sold], scale);
}
