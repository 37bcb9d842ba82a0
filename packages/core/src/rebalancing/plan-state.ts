import { Decimal, decimal } from "../numbers/decimal.ts";
import { exactProduct } from "../numbers/exact-product.ts";
import { exactDifference, exactSum } from "../numbers/exact-sum.ts";
import { amountOf } from "./exact-amount.ts";
import { lotsLeft } from "./lots-left.ts";
import type { PlanContext } from "./plan-context.ts";
import type { PlanLot } from "./plan-lot.ts";
import type { RebalanceInput } from "./rebalance-input.ts";
import { feeOf } from "./trade-fees.ts";

/** What is held at some point of planning; one entry for each line of the context. */
export interface PlanState {
  readonly quantities: readonly Decimal[];
  /** With new cash, and less what is to be paid out. */
  readonly cash: Decimal;
  /** New cash that is left to buy for; undefined where all cash may be used. */
  readonly spendable: Decimal | undefined;
  readonly lots: readonly (readonly PlanLot[])[];
  /** Gains less losses that may still be realized; undefined without a limit. A loss that was realized does not widen it. */
  readonly gainLeft: Decimal | undefined;
}

/** Units of each line to buy, or below zero to sell. */
export type Trades = readonly Decimal[];

/**
 * What there is before anything is traded.
 *
 * @throws {PortfolioError} `invalid-decimal`: an amount is no decimal, or one that cannot be below 0 is
 */
export function startState({ lines, mode }: PlanContext, input: RebalanceInput): PlanState {
  const contribution = amountOf(input.contribution ?? "0", "The contribution");
  const withdrawal = amountOf(input.withdrawal ?? "0", "The withdrawal");
  const budget = input.tax?.gainBudget;
  return {
    quantities: lines.map(({ quantity }) => quantity),
    cash: exactDifference(exactSum([decimal(input.cash), contribution]), withdrawal),
    spendable: mode === "contribution-only" ? contribution : undefined,
    lots: lines.map(({ lots }) => lots),
    gainLeft: budget === undefined ? undefined : amountOf(budget, "The gain budget"),
  };
}

/** What is there after trades; a trade's fee is that of its whole quantity. */
export function stateAfter(context: PlanContext, start: PlanState, trades: Trades): PlanState {
  const lots = trades.map((quantity, line) => lotsLeft(start.lots[line]!, quantity.negated()));
  const changes = trades.map((quantity, line) => cashChange(context, line, quantity));
  const spent = changes.filter((change) => change.isNegative()).map((change) => change.negated());
  return {
    quantities: trades.map((quantity, line) => exactSum([start.quantities[line]!, quantity])),
    cash: exactSum([start.cash, ...changes]),
    spendable: start.spendable && exactDifference(start.spendable, exactSum(spent)),
    lots,
    gainLeft: start.gainLeft && exactDifference(start.gainLeft, Decimal.max(0, gainOf(context, start, trades, lots))),
  };
}

/** What a trade does to cash: what is sold less its fee, or what is bought and its fee below zero. */
export function cashChange({ lines, fees }: PlanContext, line: number, quantity: Decimal): Decimal {
  const gross = exactProduct(quantity, lines[line]!.basePrice).negated();
  return exactDifference(gross, feeOf(fees, gross.abs()));
}

/** Gains less losses of what was taken from lots, before the fees of these sales: a fee does not widen the budget. */
function gainOf(context: PlanContext, start: PlanState, trades: Trades, lots: PlanState["lots"]): Decimal {
  const gains = trades.flatMap((quantity, line) => {
    if (!quantity.isNegative()) return [];
    const cost = exactDifference(costOf(start.lots[line]!), costOf(lots[line]!));
    return [exactDifference(exactProduct(quantity.abs(), context.lines[line]!.basePrice), cost)];
  });
  return exactSum(gains);
}

function costOf(lots: readonly PlanLot[]): Decimal {
  return exactSum(lots.map(({ baseCost }) => baseCost));
}

/** Market value of each line in the base currency. */
export function valuesOf({ lines }: PlanContext, { quantities }: PlanState): Decimal[] {
  return quantities.map((quantity, line) => exactProduct(quantity, lines[line]!.basePrice));
}

/** What weights are of: holdings and cash less the reserve; 0 when that is below zero. */
export function investable({ reserve }: PlanContext, { cash }: PlanState, values: readonly Decimal[]): Decimal {
  return Decimal.max(0, exactDifference(exactSum([...values, cash]), reserve));
}
