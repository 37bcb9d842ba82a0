import { Decimal } from "../numbers/decimal.ts";
import { exactSum } from "../numbers/exact-sum.ts";
import type { PlanContext } from "./plan-context.ts";
import { cashChange, investable, type PlanState, valuesOf } from "./plan-state.ts";
import type { SkipCode, SkippedTrade } from "./rebalance-plan.ts";
import { targetAmounts } from "./target-amounts.ts";
import { feeOf } from "./trade-fees.ts";

/** What a plan came to, seen from what it left undone. */
export interface LeftUndone {
  readonly context: PlanContext;
  readonly after: PlanState;
  /** Units traded of each line. */
  readonly traded: readonly Decimal[];
  /** Every target was inside its band, so nothing was planned. */
  readonly isWithinBand: boolean;
  readonly isRejected: boolean;
  readonly doNotSell: ReadonlySet<string>;
  readonly doNotBuy: ReadonlySet<string>;
}

/** Below this fraction of everything a distance is what divisions leave. */
const crumbs = "1e-30";

/** Every instrument that is not traded, or not as far as its target, with the reason. */
export function skippedTrades(left: LeftUndone): SkippedTrade[] {
  const { context, after, traded } = left;
  const values = valuesOf(context, after);
  const total = investable(context, after, values);
  const targets = targetAmounts(context, values, total, new Set());
  const skipped = context.lines.flatMap(({ instrument, basePrice, step }, line): SkippedTrade[] => {
    const gap = targets.lines[line]!.minus(values[line]!);
    const isOnTarget = gap.abs().lte(total.times(crumbs));
    const isNear = isOnTarget || !gap.abs().times(2).gt(step.times(basePrice));
    if (isNear && !traded[line]!.isZero()) return [];
    const side = isOnTarget ? undefined : gap.isNegative() ? "sell" : "buy";
    const code = isOnTarget ? "on-target" : isNear ? "less-than-one-step" : codeOf(left, line, gap);
    return [
      {
        instrument,
        code,
        side,
        baseUndoneAmount: isOnTarget ? new Decimal(0) : gap.abs(),
        ...gainOf(left, code, line, gap),
      },
    ];
  });
  const untradable = context.untradable.map((one): SkippedTrade => ({
    ...one,
    side: undefined,
    baseUndoneAmount: undefined,
  }));
  return [...skipped, ...untradable].toSorted((a, b) => (a.instrument < b.instrument ? -1 : 1));
}

function codeOf(left: LeftUndone, line: number, gap: Decimal): SkipCode {
  return (gap.isNegative() ? notSold(left, line) : notBought(left, line)) ?? whyNotMore(left, line, gap);
}

/** What forbids a sale altogether. */
function notSold({ context: { lines, mode }, doNotSell }: LeftUndone, line: number): SkipCode | undefined {
  if (doNotSell.has(lines[line]!.instrument)) return "do-not-sell";
  return mode === "contribution-only" ? "only-buys" : undefined;
}

/** What forbids a purchase altogether. */
function notBought({ context: { lines, mode }, doNotBuy }: LeftUndone, line: number): SkipCode | undefined {
  if (doNotBuy.has(lines[line]!.instrument)) return "do-not-buy";
  return mode === "withdrawal" ? "only-sells" : undefined;
}

function whyNotMore(left: LeftUndone, line: number, gap: Decimal): SkipCode {
  const { context, isWithinBand, isRejected, traded } = left;
  const { fees, minimumTrade, mode, isBlind } = context;
  if (isWithinBand) return "within-band";
  if (isBlind) return "targets-without-price";
  const isNew = traded[line]!.isZero();
  if (isNew && (gap.abs().lt(minimumTrade) || gap.abs().lte(feeOf(fees, gap.abs())))) return "below-minimum";
  if (!gap.isNegative()) {
    if (lacksCash(left, line, gap)) return "no-cash";
    return isRejected || !mayBeTooSmall(context, line) ? "no-improvement" : "below-minimum";
  }
  const reason = mode === "tax-aware" ? lotReason(left, line) : undefined;
  if (reason !== undefined) return reason;
  if (left.after.quantities[line]!.lt(context.lines[line]!.step)) return "less-than-one-step";
  if (mode === "withdrawal") return "not-needed";
  return isRejected ? "no-improvement" : "no-use-for-cash";
}

/** Whether a trade of one step is too small to be made; where it is not, no trade was left out for its size. */
function mayBeTooSmall({ lines, fees, minimumTrade }: PlanContext, line: number): boolean {
  const step = lines[line]!.step.times(lines[line]!.basePrice);
  return step.lt(minimumTrade) || step.lte(feeOf(fees, step));
}

/** Whether a smallest sensible purchase could not be paid. */
function lacksCash({ context, after }: LeftUndone, line: number, gap: Decimal): boolean {
  const { step, basePrice } = context.lines[line]!;
  const least = Decimal.max(step, Decimal.min(context.minimumTrade, gap).div(basePrice));
  const free = Decimal.max(0, after.cash.minus(context.reserve));
  const spendable = after.spendable === undefined ? free : Decimal.min(free, after.spendable);
  return cashChange(context, line, least).negated().gt(spendable) || gap.gt(spendable);
}

function lotReason({ context, after }: LeftUndone, line: number): SkipCode | undefined {
  const lots = after.lots[line]!.filter(({ quantity }) => quantity.gt(0));
  const covered = exactSum(lots.map(({ quantity }) => quantity));
  if (covered.lt(context.lines[line]!.step)) return covered.lt(after.quantities[line]!) ? "missing-cost" : undefined;
  const first = lots[0]!;
  return after.gainLeft !== undefined &&
    first.unitGain.gt(0) &&
    after.gainLeft.lt(first.unitGain.times(context.lines[line]!.step))
    ? "gain-budget"
    : undefined;
}

/** The gain that what the budget forbids would realize, lot by lot. */
function gainOf(
  { context, after }: LeftUndone,
  code: SkipCode,
  line: number,
  gap: Decimal,
): Pick<SkippedTrade, "baseGain"> {
  if (code !== "gain-budget") return {};
  let left = gap.abs().div(context.lines[line]!.basePrice);
  let gain = new Decimal(0);
  for (const { quantity, unitGain } of after.lots[line]!) {
    const units = Decimal.min(left, quantity);
    gain = gain.plus(units.times(unitGain));
    left = left.minus(units);
  }
  return { baseGain: gain };
}
