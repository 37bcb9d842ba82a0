import { asBigInt } from "../numbers/integer.ts";
import { type Amount, dividedAmount, totalOf } from "./amount.ts";
import { holdingOf, type InstrumentReplay, raiseMissingRate } from "./instrument-replay.ts";
import { addDisposal, addUnits, type OpenHolding, record } from "./open-holding.ts";
import { baseAmount, nativeAmount } from "./trade-amounts.ts";

/** Lowers cost, never below 0; what exceeds the cost is gain of that day. */
export function returnCapital(replay: InstrumentReplay, row: number): void {
  const { context, gap, grossAmounts } = replay;
  const holding = holdingOf(replay, context.columns.account[row]!);
  const gross = nativeAmount(grossAmounts, row, 1);
  const baseGross = holding.isBase ? undefined : baseAmount(grossAmounts, row, 1, gross);
  if (gross === undefined || (baseGross === undefined && !holding.isBase)) raiseMissingRate(replay, row);
  if (gross === undefined) return;
  const above = lower(holding.cost, asBigInt(gross) * gap, gap);
  const baseAbove = holding.isBase ? above : lowerBase(holding, baseGross, gap);
  record(holding, row, context.columns.day);
  if (above === 0n && (baseAbove ?? 0n) === 0n) return;
  // The gain is an entry of its own, which takes nothing out: the cost that was lowered is no cost of a disposal.
  record(holding, row, context.columns.day);
  addDisposal(holding, dividedAmount(above), baseAbove === undefined ? undefined : dividedAmount(baseAbove));
}

function lowerBase(holding: OpenHolding, payment: bigint | undefined, gap: bigint): bigint | undefined {
  if (payment === undefined) holding.base = undefined;
  return payment === undefined || holding.base === undefined ? undefined : lower(holding.base, payment, gap);
}

/** Takes a payment off a cost, down to 0, and gives back what there was more of it than cost. */
function lower(cost: Amount, payment: bigint, gap: bigint): bigint {
  const left = totalOf(cost, gap) - payment;
  cost.booked = 0;
  cost.divided = left < 0n ? 0n : left;
  return left < 0n ? -left : 0n;
}

/** Income kept by a fund raises the cost of what is held. */
export function accumulateIncome(replay: InstrumentReplay, row: number): void {
  const { context, grossAmounts } = replay;
  const holding = holdingOf(replay, context.columns.account[row]!);
  const gross = nativeAmount(grossAmounts, row, 1);
  const base = holding.isBase ? undefined : baseAmount(grossAmounts, row, 1, gross);
  if (gross === undefined || (base === undefined && !holding.isBase)) raiseMissingRate(replay, row);
  if (gross === undefined || holding.quantity === 0) return;
  addUnits(holding, 0, gross, base);
  record(holding, row, context.columns.day);
}
