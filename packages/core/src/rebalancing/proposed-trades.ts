import { exactProduct } from "../numbers/exact-product.ts";
import { exactDifference, exactSum } from "../numbers/exact-sum.ts";
import type { PlanContext } from "./plan-context.ts";
import { cashChange, type PlanState, type Trades } from "./plan-state.ts";
import type { PlanPicture, ProposedLot, ProposedTrade, TradeReason, TradeReasonCode } from "./rebalance-plan.ts";
import { feeOf } from "./trade-fees.ts";

/** What a plan came to: where it began, its trades, and the pictures of before and after. */
export interface PlannedTrades {
  readonly context: PlanContext;
  readonly start: PlanState;
  readonly end: PlanState;
  readonly trades: Trades;
  readonly before: PlanPicture;
  readonly after: PlanPicture;
}

/** The trades with their amounts and reasons: sales first. */
export function proposedTrades(planned: PlannedTrades): ProposedTrade[] {
  const { trades } = planned;
  const lines = trades.map((_, line) => line).filter((line) => !trades[line]!.isZero());
  const all = lines.map((line) => proposedTrade(planned, line));
  return [...all.filter(({ side }) => side === "sell"), ...all.filter(({ side }) => side === "buy")];
}

function proposedTrade(planned: PlannedTrades, line: number): ProposedTrade {
  const { context, trades } = planned;
  const { instrument, currency, unitPrice, basePrice } = context.lines[line]!;
  const signed = trades[line]!;
  const quantity = signed.abs();
  const baseGrossAmount = exactProduct(quantity, basePrice);
  const baseCashChange = cashChange(context, line, signed);
  const lots = proposedLots(planned, line);
  const isByLots = context.mode === "tax-aware" && signed.isNegative();
  return {
    instrument,
    side: signed.isNegative() ? "sell" : "buy",
    quantity,
    currency,
    unitPrice,
    grossAmount: exactProduct(quantity, unitPrice),
    baseGrossAmount,
    baseFeeAmount: feeOf(context.fees, baseGrossAmount),
    baseCashChange,
    reason: reasonOf(planned, line),
    lots,
    baseRealizedGain: isByLots
      ? exactDifference(baseCashChange, exactSum(lots.map(({ baseCostBasis }) => baseCostBasis)))
      : undefined,
  };
}

function reasonOf(planned: PlannedTrades, line: number): TradeReason {
  const { before, after } = planned;
  return {
    code: codeOf(planned, line),
    targetWeight: before.holdings[line]!.targetWeight,
    weightBefore: before.holdings[line]!.weight,
    weightAfter: after.holdings[line]!.weight,
  };
}

function codeOf({ context, trades, start, before }: PlannedTrades, line: number): TradeReasonCode {
  const { mode, lines, reserve } = context;
  if (!trades[line]!.isNegative()) return mode === "contribution-only" ? "new-cash" : "underweight";
  const { weight, targetWeight } = before.holdings[line]!;
  const isAbove = (weight.value ?? 0) > (targetWeight.value ?? 0);
  if (mode === "withdrawal" || (!isAbove && start.cash.lt(reserve))) return "raise-cash";
  return lines[line]!.isTargeted ? "overweight" : "not-in-target";
}

function proposedLots({ context, start, end }: PlannedTrades, line: number): ProposedLot[] {
  return start.lots[line]!.flatMap((lot, at) => {
    const left = end.lots[line]![at]!;
    const quantity = exactDifference(lot.quantity, left.quantity);
    if (quantity.isZero()) return [];
    const baseCostBasis = exactDifference(lot.baseCost, left.baseCost);
    const { transaction, account, acquiredOn } = lot.lot;
    const baseGain = exactDifference(exactProduct(quantity, context.lines[line]!.basePrice), baseCostBasis);
    return [{ transaction, account, acquiredOn, quantity, baseCostBasis, baseGain, class: lot.class }];
  });
}
