import { toEpochDay } from "../calendar/plain-date.ts";
import { accountFilter } from "../holdings/holdings-on.ts";
import type { LedgerQuery } from "../holdings/ledger-query.ts";
import { amountAt } from "../ledger/amount-list.ts";
import { costOut } from "../ledger/disposal-history.ts";
import type { HoldingHistory, InstrumentLedger } from "../ledger/holding-history.ts";
import { statesAmount } from "../ledger/trade-amounts.ts";
import { toDecimalString } from "../numbers/fixed-point.ts";
import { differenceOf, leftOutOf, negatedOf, productOf, sumOf } from "./derive.ts";
import { decimalSumOf } from "./derive-decimal.ts";
import { confirmed, headOf, withoutValue } from "./trail-node.ts";
import { bookedCurrency, explainBaseAmount, explainNativeAmount } from "./explain-amount.ts";
import { explainCapital } from "./explain-capital.ts";
import { explainCostGone } from "./explain-cost.ts";
import { explainRateOfRow } from "./explain-rate.ts";
import { type CostFigure, costCurrency } from "./explain-relief.ts";
import { explainPaidFor } from "./explain-reorganization.ts";
import { type Explanation, kindOf, nameOf, partsOf } from "./explanation.ts";
import { changeAt, type HoldingChange, runningValue, scaleOf } from "./holding-change.ts";
import { closeLeaf, columnField, holdingLeaf, ruleLeaf, statedField } from "./leaf.ts";
import type { Trail } from "./trail.ts";

/** Realized gain of one instrument, or of all in the base currency: proceeds less cost, disposal by disposal. */
export function explainRealizedGain(x: Explanation, query: LedgerQuery, of: CostFigure): Trail {
  const { ledger } = x;
  const inputs = ledger.instruments.flatMap((instrument) => {
    if (instrument === undefined) return [];
    const id = ledger.columns.instruments[instrument.instrument]!;
    if (query.instrument !== undefined && query.instrument !== id) return [];
    const disposals = disposalsIn(x, instrument, query).map((disposal) => explainDisposal(x, disposal, of));
    if (disposals.length === 0 && query.instrument === undefined) return [];
    const currency = costCurrency(x, of, instrument.instrument);
    return [sumOf(headOf("realized-gain-of-instrument", { instrument: nameOf(x, id) }, currency), disposals)];
  });
  if (query.instrument !== undefined && of === "costBasis" && inputs.length === 1) return inputs[0]!;
  return decimalSumOf(headOf("realized-gain", {}, ledger.baseCurrency), inputs);
}

/** One disposal: the position among those of its holding. */
export interface DisposalAt {
  readonly history: HoldingHistory;
  readonly position: number;
}

/** The disposals of an instrument in a scope and range, by account. */
export function disposalsIn(x: Explanation, instrument: InstrumentLedger, query: LedgerQuery): DisposalAt[] {
  const after = query.after === undefined ? -Infinity : toEpochDay(query.after);
  const on = query.on === undefined ? Infinity : toEpochDay(query.on);
  const wanted = accountFilter(x.ledger, query);
  return instrument.holdings.flatMap((history) => {
    if (!wanted(history.account)) return [];
    return history.disposals.entries.flatMap((entry, position) => {
      const day = history.days[entry]!;
      return day > after && day <= on ? [{ history, position }] : [];
    });
  });
}

/** Proceeds less cost of one disposal. */
export function explainDisposal(x: Explanation, disposal: DisposalAt, of: CostFigure): Trail {
  const { history } = disposal;
  const row = history.rows[history.disposals.entries[disposal.position]!]!;
  const head = headOf("disposal-gain", partsOf(x, row), costCurrency(x, of, history.instrument));
  return differenceOf(head, [explainProceeds(x, disposal, of), disposalCost(x, disposal, of)]);
}

/** What a disposal brought in. */
export function explainProceeds(x: Explanation, { history, position }: DisposalAt, of: CostFigure): Trail {
  const { disposals } = history;
  const change = changeAt(history, disposals.entries[position]!);
  const digits = amountAt(of === "costBasis" ? disposals.proceeds : disposals.baseProceeds, position);
  const scale = scaleOf(x.ledger.instruments[history.instrument]!, of);
  const head = headOf("proceeds", partsOf(x, change.row), costCurrency(x, of, history.instrument));
  const trail = sumOf(head, [proceedsTrail(x, { history, position }, change, of)]);
  return booked(trail, digits, scale);
}

function proceedsTrail(x: Explanation, disposal: DisposalAt, change: HoldingChange, of: CostFigure): Trail {
  const { row, history } = change;
  const amount = (side: "less-charges" | "with-charges" | "gross"): Trail =>
    of === "costBasis" ? explainNativeAmount(x, row, side) : explainBaseAmount(x, row, side);
  switch (kindOf(x, row)) {
    case "dividend":
    case "return-of-capital":
    case "accumulation":
      return explainCapital(x, change, of).beyond;
    case "merger":
      return amount("gross");
    case "delivery-out":
      if (!statesAmount(x.ledger.columns, row)) return deliveredValue(x, disposal, change, of);
      return orAtCost(x, disposal, amount("less-charges"), of);
    case "sell":
      return orAtCost(x, disposal, amount("less-charges"), of);
    default: {
      const paid = amount("with-charges");
      const head = headOf("sale-taken-back", partsOf(x, row), costCurrency(x, of, history.instrument));
      return paid.value === undefined && isNative(x, disposal, of) ? leftOutOf(head, [paid]) : negatedOf(head, paid);
    }
  }
}

/** Without a rate to the instrument's currency there is no gain in it: what came in is what it had cost. */
function orAtCost(x: Explanation, disposal: DisposalAt, proceeds: Trail, of: CostFigure): Trail {
  if (proceeds.value !== undefined || !isNative(x, disposal, of)) return proceeds;
  return leftOutOf(headOf("proceeds-at-cost", {}, proceeds.currency), [disposalCost(x, disposal, of), proceeds]);
}

/** Whether a figure is the one in the instrument's currency, also where that is the base currency. */
function isNative({ ledger }: Explanation, { history }: DisposalAt, of: CostFigure): boolean {
  return of === "costBasis" || ledger.currencyOf[history.instrument] === ledger.baseCurrency;
}

/** A delivery that states nothing: its market value as handed to the ledger, else its own cost. */
function deliveredValue(x: Explanation, disposal: DisposalAt, { row, history }: HoldingChange, of: CostFigure): Trail {
  const { columns, currencyOf, deliveryValues, instruments } = x.ledger;
  const currency = currencyOf[history.instrument]!;
  const value = deliveryValues.get(row);
  if (value === undefined) {
    const close = closeLeaf(x, columns.instruments[history.instrument]!, columns.day[row]!);
    const cost = disposalCost(x, disposal, of);
    if (cost.value === undefined) return cost;
    const head = headOf("proceeds-at-cost", {}, costCurrency(x, of, history.instrument));
    return close.value === undefined ? leftOutOf(head, [cost, close]) : sumOf(head, [cost]);
  }
  const units = columnField(x, row, "quantity")!;
  const close = closeLeaf(x, columns.instruments[history.instrument]!, columns.day[row]!);
  const head = headOf("delivered-value", partsOf(x, row), currency);
  const market = productOf(head, [units, close], scaleOf(instruments[history.instrument]!, "costBasis"));
  const native =
    close.value !== undefined && market.value === value
      ? market
      : statedField(x, row, "deliveryValues", value, "delivery-value-stated", "money", currency);
  const rate = of === "costBasis" ? undefined : explainRateOfRow(x, row, bookedCurrency(x, row));
  return rate === undefined
    ? native
    : productOf(headOf("amount-in-base", { base: x.ledger.baseCurrency }, x.ledger.baseCurrency), [native, rate]);
}

/** Cost of what a disposal took out. */
function disposalCost(x: Explanation, { history, position }: DisposalAt, of: CostFigure): Trail {
  const entry = history.disposals.entries[position]!;
  const change = changeAt(history, entry);
  const digits = costOut(of === "costBasis" ? history.cost : history.baseCost, entry);
  const scale = scaleOf(x.ledger.instruments[history.instrument]!, of);
  const head = headOf("cost-of-disposal", partsOf(x, change.row), costCurrency(x, of, history.instrument));
  return booked(sumOf(head, [costOfDisposal(x, change, of)]), digits, scale, () => unknownCost(x, change, of));
}

function costOfDisposal(x: Explanation, change: HoldingChange, of: CostFigure): Trail {
  const { history, row, first } = change;
  switch (kindOf(x, row)) {
    case "sell":
    case "delivery-out":
      return explainCostGone(x, change, of);
    case "merger":
      return explainPaidFor(x, change, of);
    case "dividend":
    case "return-of-capital":
    case "accumulation":
      return ruleLeaf("0", "nothing", "lots", "money");
    default:
      return holdingLeaf(x, of, history, row, runningValue(x, of, history, first - 1));
  }
}

/** What the ledger does not know when it cannot tell what a disposal took out: the cost before, else what changed it. */
function unknownCost(x: Explanation, change: HoldingChange, of: CostFigure): Trail {
  const before = runningValue(x, of, change.history, change.first - 1);
  const isCapital = kindOf(x, change.row) !== "sell" && before !== undefined;
  return isCapital ? explainCapital(x, change, of).beyond : holdingLeaf(x, of, change.history, change.row, before);
}

/** With the ledger's figure, also where it does not know one: then the node has none either, and an input says why. */
function booked(trail: Trail, digits: bigint | undefined, scale: number, unknown?: () => Trail): Trail {
  if (digits !== undefined) return confirmed(trail, toDecimalString(digits, scale));
  if (trail.value === undefined) return trail;
  const { code, parts, label, unit, currency } = trail;
  const head = { code, parts, label, unit, ...(currency === undefined ? {} : { currency }) };
  const inputs = unknown === undefined ? trail.inputs : [...trail.inputs, unknown()];
  return withoutValue(head, trail.operation, inputs, "missing-rate");
}
