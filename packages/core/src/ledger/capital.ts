import { asBigInt } from "../numbers/integer.ts";
import { type Amount, dividedAmount, totalOf } from "../lots/amount.ts";
import type { OpenLot } from "../lots/open-lot.ts";
import { shareOut } from "../lots/share-out.ts";
import { holdingOf, type InstrumentReplay, raiseMissingRate, reject } from "./instrument-replay.ts";
import { addDisposal, type OpenHolding, record } from "./open-holding.ts";
import { baseAmount, nativeAmount } from "./trade-amounts.ts";

/** Lowers cost pro rata by quantity, per lot never below 0; what exceeds the cost is gain of that day. */
export function returnCapital(replay: InstrumentReplay, row: number): void {
  const amounts = grossOf(replay, row);
  if (amounts === undefined) return;
  const { holding, gross, baseGross } = amounts;
  const above = raiseCosts(replay, holding, "cost", -gross);
  const baseAbove = holding.isBase
    ? above
    : raiseBase(replay, holding, baseGross === undefined ? undefined : -baseGross);
  record(holding, row, replay.context.columns.day);
  if (above === 0n && (baseAbove ?? 0n) === 0n) return;
  // The gain is an entry of its own, which takes nothing out: the cost that was lowered is no cost of a disposal.
  record(holding, row, replay.context.columns.day);
  addDisposal(holding, dividedAmount(above), baseAbove === undefined ? undefined : dividedAmount(baseAbove));
}

/** Income kept by a fund raises the cost of what is held, pro rata by quantity. */
export function accumulateIncome(replay: InstrumentReplay, row: number): void {
  if (holdingOf(replay, replay.context.columns.account[row]!).quantity === 0) {
    // Income that no cost takes up would be a gain out of nothing.
    return reject(
      replay,
      "oversold",
      row,
      "Nothing of the instrument is held on this day, so its accumulation has no effect. Add the missing purchase.",
    );
  }
  const amounts = grossOf(replay, row);
  if (amounts === undefined) return;
  const { holding, gross, baseGross } = amounts;
  raiseCosts(replay, holding, "cost", gross);
  if (!holding.isBase) raiseBase(replay, holding, baseGross);
  record(holding, row, replay.context.columns.day);
}

/** Gross without charges at the money scales; undefined when even the instrument's currency has no rate. */
function grossOf(
  replay: InstrumentReplay,
  row: number,
): { holding: OpenHolding; gross: bigint; baseGross: bigint | undefined } | undefined {
  const { context, grossAmounts, gap } = replay;
  const holding = holdingOf(replay, context.columns.account[row]!);
  const gross = nativeAmount(grossAmounts, row, 1);
  const baseGross = holding.isBase ? undefined : baseAmount(grossAmounts, row, 1, gross);
  if (gross === undefined || (baseGross === undefined && !holding.isBase)) raiseMissingRate(replay, row);
  return gross === undefined ? undefined : { holding, gross: asBigInt(gross) * gap, baseGross };
}

function raiseBase(replay: InstrumentReplay, holding: OpenHolding, amount: bigint | undefined): bigint | undefined {
  const isKnown = amount !== undefined && holding.base !== undefined;
  if (isKnown) return raiseCosts(replay, holding, "base", amount);
  holding.base = undefined;
  for (const lot of holding.lots ?? []) lot.base = undefined;
  return undefined;
}

/** Adds an amount to the costs of all lots, down to 0 each; answers what could not be taken off. */
function raiseCosts({ gap }: InstrumentReplay, holding: OpenHolding, which: "cost" | "base", amount: bigint): bigint {
  const lots: readonly Pick<OpenLot, "quantity" | "cost" | "base">[] = holding.lots ?? [holding];
  const shares = lots.length === 1 ? [amount] : shareOut(amount, lots);
  let left = 0n;
  let above = 0n;
  lots.forEach((lot, i) => {
    const after = totalOf(lot[which]!, gap) + shares[i]!;
    if (after < 0n) above -= after;
    setTotal(lot[which]!, after < 0n ? 0n : after);
    left += after < 0n ? 0n : after;
  });
  if (lots.length === 0 && amount < 0n) above = -amount;
  if (holding.lots !== undefined) setTotal(holding[which]!, left);
  return above;
}

function setTotal(amount: Amount, total: bigint): void {
  amount.booked = 0;
  amount.divided = total;
}
