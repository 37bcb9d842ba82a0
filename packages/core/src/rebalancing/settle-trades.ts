import { Decimal } from "../numbers/decimal.ts";
import { exactSum } from "../numbers/exact-sum.ts";
import { driftLeft } from "./drift-left.ts";
import type { PlanContext } from "./plan-context.ts";
import { type PlanState, stateAfter, type Trades } from "./plan-state.ts";
import { feesOf, proposeTrades, smallestTrade } from "./propose-trades.ts";

/** Trades that are settled, and whether others were thought of that would not have come nearer to the targets. */
export interface SettledTrades {
  readonly trades: Trades;
  readonly isRejected: boolean;
}

/** What later rounds may gain: nothing, less what rounding the costs of parts of lots could come to. */
const usedBudget = new Decimal("-1e-12");

/** Rounds in which a plan is planned again; two or three are common. */
const rounds = 30;

/**
 * Plans until a plan of what the trades lead to is empty, so that whoever carries a plan out and asks again gets nothing.
 *
 * Each round must by itself take off more drift than it costs in fees, or bring cash that the reserve lacks. Rounds are added up: what one
 * sold and a later one would buy back is sold less of. The budget of gains is for the first round.
 */
export function settleTrades(context: PlanContext, start: PlanState): SettledTrades {
  let trades: Trades = start.quantities.map(() => new Decimal(0));
  let state = start;
  for (let round = 0; round < rounds; round++) {
    const more = proposeTrades(context, state);
    if (more.every((quantity) => quantity.isZero())) return { trades, isRejected: false };
    const both = trades.map((quantity, line) => exactSum([quantity, more[line]!]));
    if (!comesNearer(context, state, more) || !isAllowed(context, start, both)) return { trades, isRejected: true };
    trades = both;
    const after = stateAfter(context, start, trades);
    state = { ...after, gainLeft: after.gainLeft && usedBudget };
  }
  return { trades, isRejected: true };
}

function comesNearer(context: PlanContext, state: PlanState, trades: Trades): boolean {
  const after = stateAfter(context, state, trades);
  if (state.cash.lt(context.reserve)) return after.cash.gt(state.cash);
  const [left, next] = [driftLeft(context, state), driftLeft(context, after)];
  return next.fraction.lt(left.fraction) && left.amount.minus(next.amount).gt(feesOf(context, trades));
}

/** Whether rounds added up still keep the rules: none too small, the budget of gains kept. */
function isAllowed(context: PlanContext, start: PlanState, trades: Trades): boolean {
  const after = stateAfter(context, start, trades);
  return smallestTrade(context, trades) === undefined && after.gainLeft?.isNegative() !== true;
}
