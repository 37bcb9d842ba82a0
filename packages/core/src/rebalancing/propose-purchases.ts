import { Decimal } from "../numbers/decimal.ts";
import { exactDifference, exactSum } from "../numbers/exact-sum.ts";
import { levelled } from "./levelled.ts";
import type { PlanLine } from "./plan-context.ts";
import { cashChange, type Trades } from "./plan-state.ts";
import type { Proposal } from "./propose-sales.ts";
import { stepsDown } from "./whole-steps.ts";

/** Purchases in the making: units by line, and the cash that is left for more. */
interface Basket {
  readonly units: Decimal[];
  spendable: Decimal;
}

const zero = new Decimal(0);

/**
 * Purchases of what is below its target for the cash that may be spent, so that what is left undone is as even as it can be.
 *
 * Quantities are rounded down; what that leaves buys single steps where one comes nearer to the target. Cash that is wished
 * for takes part like a line.
 */
export function proposePurchases(proposal: Proposal, sales: Trades): Decimal[] {
  const { values } = proposal;
  const basket: Basket = { units: values.map(() => zero), spendable: spendableCash(proposal, sales) };
  for (;;) {
    const open = values.map((_, line) => line).filter((line) => isWorthAStep(proposal, basket, line));
    if (open.length === 0) return basket.units;
    const units = affordable(proposal, basket, open);
    const bought = open.map((line, at) => buy(proposal, basket, line, units[at]!));
    if (!bought.includes(true)) {
      const line = open.reduce((most, one) =>
        gapOf(proposal, basket, one).gt(gapOf(proposal, basket, most)) ? one : most,
      );
      if (!buy(proposal, basket, line, lineOf(proposal, line).step)) return basket.units;
    }
  }
}

/** Cash above the reserve after sales, new cash at most where only that may be spent; less what is to stay cash. */
function spendableCash(proposal: Proposal, sales: Trades): Decimal {
  const { context, state, values, targets, fixed } = proposal;
  const cash = exactSum([state.cash, ...sales.map((quantity, line) => cashChange(context, line, quantity))]);
  const free = Decimal.max(0, exactDifference(cash, context.reserve));
  const spendable = state.spendable === undefined ? free : Decimal.min(free, state.spendable);
  const keep = Decimal.max(0, targets.cash.minus(free.minus(spendable)));
  const gaps = values.map((value, line) =>
    context.lines[line]!.mayBuy && !fixed.has(line) && sales[line]!.isZero()
      ? Decimal.max(0, targets.lines[line]!.minus(value))
      : zero,
  );
  const wishes = [...gaps, keep].map((wish) => ({ wish, most: wish }));
  const kept = levelled(wishes, withoutFees(proposal, spendable, gaps.filter((gap) => gap.gt(0)).length)).at(-1)!;
  return Decimal.max(0, exactDifference(spendable, kept));
}

/** What can be bought for an amount in so many trades. */
function withoutFees({ context: { fees } }: Proposal, amount: Decimal, trades: number): Decimal {
  return Decimal.max(0, amount.minus(fees.flat.times(trades))).div(fees.fraction.plus(1));
}

/** The division of the cash among lines, in whole steps. */
function affordable(proposal: Proposal, basket: Basket, open: readonly number[]): Decimal[] {
  const gaps = open.map((line) => gapOf(proposal, basket, line));
  const wishes = gaps.map((gap) => ({ wish: gap, most: gap }));
  let trades = open.filter((line) => basket.units[line]!.isZero()).length;
  let amounts = levelled(wishes, withoutFees(proposal, basket.spendable, trades));
  // Lines that get nothing pay no fee, which leaves more for the others.
  for (let round = 0; round < 3 && proposal.context.fees.flat.gt(0); round++) {
    trades = open.filter((line, at) => basket.units[line]!.isZero() && amounts[at]!.gt(0)).length;
    amounts = levelled(wishes, withoutFees(proposal, basket.spendable, trades));
  }
  return open.map((line, at) =>
    stepsDown(amounts[at]!.div(lineOf(proposal, line).basePrice), lineOf(proposal, line).step),
  );
}

/** Buys units if there is cash for them, and says whether it did. */
function buy(proposal: Proposal, basket: Basket, line: number, units: Decimal): boolean {
  const all = basket.units[line]!.plus(units);
  const cost = costOf(proposal, basket, line, all);
  // A step below the last of 60 digits adds nothing, however often it is bought.
  if (all.eq(basket.units[line]!) || cost.gt(basket.spendable)) return false;
  basket.units[line] = all;
  basket.spendable = exactDifference(basket.spendable, cost);
  return true;
}

/** What it costs to come to a number of units of a line, its fee included. */
function costOf({ context }: Proposal, { units }: Basket, line: number, all: Decimal): Decimal {
  return exactDifference(cashChange(context, line, units[line]!), cashChange(context, line, all));
}

/** Whether one more step is allowed, can be paid, and comes nearer to the target. */
function isWorthAStep(proposal: Proposal, basket: Basket, line: number): boolean {
  const { mayBuy, step, basePrice } = lineOf(proposal, line);
  if (!mayBuy || proposal.fixed.has(line)) return false;
  if (!gapOf(proposal, basket, line).times(2).gt(step.times(basePrice))) return false;
  return !costOf(proposal, basket, line, basket.units[line]!.plus(step)).gt(basket.spendable);
}

/** What a line lacks to its target. */
function gapOf({ values, targets, context }: Proposal, { units }: Basket, line: number): Decimal {
  return targets.lines[line]!.minus(values[line]!).minus(units[line]!.times(context.lines[line]!.basePrice));
}

function lineOf({ context }: Proposal, line: number): PlanLine {
  return context.lines[line]!;
}
