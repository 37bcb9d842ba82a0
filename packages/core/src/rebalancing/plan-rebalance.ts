import { Decimal } from "../numbers/decimal.ts";
import { exactDifference, exactSum } from "../numbers/exact-sum.ts";
import { amountOf } from "./exact-amount.ts";
import { isBandLeft } from "./is-band-left.ts";
import { type PlanContext, planContext } from "./plan-context.ts";
import { planPicture } from "./plan-picture.ts";
import { type PlanState, startState, stateAfter } from "./plan-state.ts";
import { proposedTrades } from "./proposed-trades.ts";
import { feesOf } from "./propose-trades.ts";
import type { RebalanceInput } from "./rebalance-input.ts";
import type { RebalancePlan } from "./rebalance-plan.ts";
import { settleTrades, type SettledTrades } from "./settle-trades.ts";
import { skippedTrades } from "./skipped-trades.ts";

/**
 * Plans the trades that bring a portfolio to its target allocation, with a reason for each trade and each one left out.
 *
 * A plan never moves a holding away from its target, but to raise cash. What cannot be served whole is divided so that the
 * drift left is as even as it can be. A plan of what a plan leads to is empty. For holdings of a ledger see
 * `rebalanceHoldings`. It is arithmetic on targets of your own, not advice.
 *
 * Units: amounts in the base currency, exact; weights and drift are fractions of what there is besides the reserve.
 * Shape: the order of holdings, targets and lots in the input is nothing.
 * Undefined: weights and drift when nothing is above the reserve -> `no-capital`; `realizedGain` but in the mode `tax-aware`.
 * Cost: O(holdings² x log holdings) for each smallest trade that is left out.
 *
 * @throws {PortfolioError} `invalid-weights`: target weights do not add up to 1 within 1e-9, or something has two targets;
 *   `unknown-instrument`: a target names an instrument that is not among the holdings; `invalid-identifier`: a holding is
 *   given twice; `invalid-decimal`: an amount is no decimal, or below 0 where that cannot be
 * @see docs/methods/rebalancing.md
 * @example
 * const plan = planRebalance({
 *   mode: "full",
 *   holdings: [
 *     { instrument: "equities", quantity: "8", currency: "EUR", unitPrice: "100", exchangeRate: "1", quantityStep: "1" },
 *     { instrument: "bonds", quantity: "2", currency: "EUR", unitPrice: "100", exchangeRate: "1", quantityStep: "1" },
 *   ],
 *   target: { targets: [{ instrument: "equities", weight: "0.6" }, { instrument: "bonds", weight: "0.4" }] },
 *   cash: "0",
 * });
 * plan.trades.map(({ side, quantity, instrument, reason }) => `${side} ${quantity} ${instrument}: ${reason.code}`);
 * // => ["sell 2 equities: overweight", "buy 2 bonds: underweight"]
 */
export function planRebalance(input: RebalanceInput): RebalancePlan {
  const context = planContext(input);
  const start = startState(context, input);
  const isWithinBand = !mayTrade(context, start);
  const { trades: settled, isRejected } = isWithinBand ? untouched(start) : settleTrades(context, start);
  const end = stateAfter(context, start, settled);
  const before = planPicture(context, start);
  const trades = proposedTrades({ context, start, end, trades: settled, before, after: planPicture(context, end) });
  const withdrawal = amountOf(input.withdrawal ?? "0", "The withdrawal");
  const withdrawalShortfall = shortfall(context, end, withdrawal);
  const paid = { ...end, cash: exactSum([end.cash, withdrawalShortfall]) };
  return {
    mode: context.mode,
    trades,
    skipped: skippedTrades({
      context,
      after: paid,
      traded: settled,
      isWithinBand,
      isRejected,
      doNotSell: new Set(input.doNotSell),
      doNotBuy: new Set(input.doNotBuy),
    }),
    before,
    after: planPicture(context, paid),
    feeAmount: feesOf(context, settled),
    withdrawnAmount: exactDifference(withdrawal, withdrawalShortfall),
    withdrawalShortfall,
    realizedGain:
      context.mode === "tax-aware"
        ? exactSum(trades.flatMap(({ baseRealizedGain }) => baseRealizedGain ?? []))
        : undefined,
    isComplete: context.untradable.every(({ code }) => code === "worthless"),
  };
}

/** New cash is always invested and a withdrawal always raised; other plans wait for a target to leave its band. */
function mayTrade(context: PlanContext, start: PlanState): boolean {
  const isAsked = context.mode === "contribution-only" || context.mode === "withdrawal";
  return isAsked || start.cash.lt(context.reserve) || isBandLeft(context, start);
}

function untouched({ quantities }: PlanState): SettledTrades {
  return { trades: quantities.map(() => new Decimal(0)), isRejected: false };
}

function shortfall({ reserve }: PlanContext, { cash }: PlanState, withdrawal: Decimal): Decimal {
  return Decimal.max(0, Decimal.min(withdrawal, exactDifference(reserve, cash)));
}
