import { Decimal } from "../numbers/decimal.ts";
import { exactSum } from "../numbers/exact-sum.ts";
import { driftLeft } from "./drift-left.ts";
import type { PlanContext } from "./plan-context.ts";
import { type PlanState, stateAfter, type Trades } from "./plan-state.ts";
import { proposeTrades } from "./propose-trades.ts";

/** Trades that are settled, and whether others were thought of that would not have come nearer to the targets. */
export interface SettledTrades extends Trades {
  readonly isRejected: boolean;
}

/** Rounds in which a plan is planned again; two or three are common. */
const rounds = 100;

/**
 * Plans until a plan of what the trades lead to is empty, so that whoever carries a plan out and asks again gets nothing.
 *
 * Each round must come nearer to the targets by itself, or bring cash that the reserve lacks; none takes back an earlier one.
 */
export function settleTrades(context: PlanContext, start: PlanState): SettledTrades {
  let settled: Trades = { quantities: start.quantities.map(() => new Decimal(0)), lots: start.lots };
  let state = start;
  for (let round = 0; round < rounds; round++) {
    const trades = proposeTrades(context, state);
    if (trades.quantities.every((quantity) => quantity.isZero())) return { ...settled, isRejected: false };
    const isWanted = comesNearer(context, state, trades) && !isOpposed(settled, trades);
    if (!isWanted) return { ...settled, isRejected: true };
    const quantities = settled.quantities.map((quantity, line) => exactSum([quantity, trades.quantities[line]!]));
    settled = { quantities, lots: trades.lots };
    state = stateAfter(context, start, settled);
  }
  return { ...settled, isRejected: true };
}

function comesNearer(context: PlanContext, state: PlanState, trades: Trades): boolean {
  const after = stateAfter(context, state, trades);
  if (state.cash.lt(context.reserve)) return after.cash.gt(state.cash);
  return driftLeft(context, after).lt(driftLeft(context, state));
}

function isOpposed(settled: Trades, trades: Trades): boolean {
  return settled.quantities.some(
    (quantity, line) =>
      quantity.times(trades.quantities[line]!).isNegative() && !trades.quantities[line]!.isZero() && !quantity.isZero(),
  );
}
