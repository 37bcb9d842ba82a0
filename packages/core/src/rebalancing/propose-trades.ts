import { Decimal } from "../numbers/decimal.ts";
import { exactProduct } from "../numbers/exact-product.ts";
import { exactSum } from "../numbers/exact-sum.ts";
import type { PlanContext } from "./plan-context.ts";
import { cashChange, investable, type PlanState, type Trades, valuesOf } from "./plan-state.ts";
import { proposePurchases } from "./propose-purchases.ts";
import { type Proposal, proposeSales } from "./propose-sales.ts";
import { targetAmounts } from "./target-amounts.ts";
import { feeOf } from "./trade-fees.ts";

/** Fees come nearer to themselves by their own fraction each time; flat ones settle at once or not at all. */
const feeRounds = 40;

/**
 * Trades without those too small to be made: these lines are left alone, and the rest is planned anew.
 *
 * The smallest goes first. Where that leaves the reserve unmet, each of the lines left alone is tried as the first to go,
 * and the trades that bring most cash are taken.
 */
export function proposeTrades(context: PlanContext, state: PlanState): Trades {
  const { trades, leftAlone } = tradesLargeEnough(context, state, new Set());
  if (leftAlone.size === 0 || !cashAfter(context, state, trades).lt(context.reserve)) return trades;
  const others = [...leftAlone].map((line) => tradesLargeEnough(context, state, new Set([line])).trades);
  return others.reduce(
    (best, one) => (cashAfter(context, state, one).gt(cashAfter(context, state, best)) ? one : best),
    trades,
  );
}

function tradesLargeEnough(
  context: PlanContext,
  state: PlanState,
  fixed: ReadonlySet<number>,
): { readonly trades: Trades; readonly leftAlone: ReadonlySet<number> } {
  const leftAlone = new Set(fixed);
  for (;;) {
    const trades = tradesWithout(context, state, leftAlone);
    const small = smallestTrade(context, trades);
    if (small === undefined) return { trades, leftAlone };
    leftAlone.add(small);
  }
}

function cashAfter(context: PlanContext, { cash }: PlanState, trades: Trades): Decimal {
  return exactSum([cash, ...trades.map((quantity, line) => cashChange(context, line, quantity))]);
}

/** Targets are of what is left after fees, and fees come from the trades: both are found together. */
function tradesWithout(context: PlanContext, state: PlanState, fixed: ReadonlySet<number>): Trades {
  const values = valuesOf(context, state);
  const total = investable(context, state, values);
  let fees = new Decimal(0);
  for (let round = 1; ; round++) {
    const targets = targetAmounts(context, values, Decimal.max(0, total.minus(fees)), fixed);
    const trades = tradesFor({ context, state, values, targets, fixed, fees });
    const paid = feesOf(context, trades);
    if (paid.eq(fees) || round === feeRounds) return trades;
    fees = paid;
  }
}

function tradesFor(proposal: Proposal): Trades {
  const sales = proposeSales(proposal);
  const purchases = proposePurchases(withoutSold(proposal, sales), sales);
  return sales.map((sold, line) => (sold.isZero() ? purchases[line]! : sold));
}

/** What is sold is not bought. */
function withoutSold(proposal: Proposal, sales: Trades): Proposal {
  const sold = sales.flatMap((quantity, line) => (quantity.isZero() ? [] : [line]));
  return sold.length === 0 ? proposal : { ...proposal, fixed: new Set([...proposal.fixed, ...sold]) };
}

/** What trades cost. */
export function feesOf({ lines, fees }: PlanContext, trades: Trades): Decimal {
  return exactSum(trades.map((quantity, line) => feeOf(fees, exactProduct(quantity.abs(), lines[line]!.basePrice))));
}

/** The smallest trade below the minimum, or of no more than its own fee; undefined when there is none. */
export function smallestTrade({ lines, fees, minimumTrade }: PlanContext, trades: Trades): number | undefined {
  const amounts = trades.map((quantity, line) => exactProduct(quantity.abs(), lines[line]!.basePrice));
  const small = amounts.flatMap((amount, line) =>
    amount.gt(0) && (amount.lt(minimumTrade) || amount.lte(feeOf(fees, amount))) ? [line] : [],
  );
  return small.reduce<number | undefined>(
    (least, line) => (least === undefined || amounts[line]!.lt(amounts[least]!) ? line : least),
    undefined,
  );
}
