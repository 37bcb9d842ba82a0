import { Decimal } from "../numbers/decimal.ts";
import { exactSum } from "../numbers/exact-sum.ts";
import { levelled } from "./levelled.ts";
import type { PlanContext } from "./plan-context.ts";
import { cashChange, type PlanState, stateAfter, type Trades } from "./plan-state.ts";
import { saleLots } from "./sale-lots.ts";
import type { TargetAmounts } from "./target-amounts.ts";
import { nearestSteps, stepsDown, stepsUp } from "./whole-steps.ts";

/** A proposal in the making: what is there, what is wished, and the lines that are left alone. */
export interface Proposal {
  readonly context: PlanContext;
  readonly state: PlanState;
  readonly values: readonly Decimal[];
  readonly targets: TargetAmounts;
  readonly fixed: ReadonlySet<number>;
  /** The fees that `targets` were reckoned with. */
  readonly fees: Decimal;
}

const zero = new Decimal(0);

/** Sales: of what is above its target, as far as there is use for the money; and what cash lacks to its reserve. */
export function proposeSales(proposal: Proposal): Trades {
  const { context, state, values, targets } = proposal;
  const over = values.map((value, line) =>
    maySell(proposal, line) ? Decimal.max(0, value.minus(targets.lines[line]!)) : zero,
  );
  const wished = context.mode === "withdrawal" || context.isBlind ? over.map(() => zero) : levelledDown(proposal, over);
  const wanted = wished.map((amount, line) =>
    sellable(proposal, line, nearestSteps(amount.div(priceOf(proposal, line)), stepOf(proposal, line))),
  );
  const sold =
    context.mode === "tax-aware" ? saleLots(context, state, wanted) : wanted.map((quantity) => quantity.negated());
  return lacking(proposal, sold).gt(0) ? raisedCash(proposal, sold) : sold;
}

/** No more than purchases, fees and the wished cash have use for. */
function levelledDown(proposal: Proposal, over: readonly Decimal[]): Decimal[] {
  const { context, state, values, targets, fixed, fees } = proposal;
  const short = values.map((value, line) =>
    context.lines[line]!.mayBuy && !fixed.has(line) ? Decimal.max(0, targets.lines[line]!.minus(value)) : zero,
  );
  const use = short.reduce((sum, amount) => sum.plus(amount), targets.cash.plus(context.reserve).plus(fees));
  return levelled(
    over.map((amount) => ({ wish: amount, most: amount })),
    use.minus(state.cash),
  );
}

/** How much cash is below the reserve after sales. */
function lacking({ context, state }: Proposal, trades: Trades): Decimal {
  const changes = trades.map((quantity, line) => cashChange(context, line, quantity));
  return context.reserve.minus(exactSum([state.cash, ...changes]));
}

/** Sells more, the holdings furthest above their targets first, until cash reaches the reserve; all there is if it does not. */
function raisedCash(proposal: Proposal, sold: Trades): Trades {
  const lack = lacking(proposal, sold);
  const need = Decimal.max(lack, proposal.context.minimumTrade);
  return proposal.context.mode === "tax-aware"
    ? raisedByLots(proposal, need, sold)
    : raisedByLevel(proposal, need, sold);
}

/** By tax preference: of what is above its target as long as that is enough, then of everything. */
function raisedByLots(proposal: Proposal, need: Decimal, sold: Trades): Trades {
  const { context, state, values, targets } = proposal;
  let quantities = sold;
  let rest = need;
  for (const isAboveOnly of [true, false]) {
    for (let round = 0; rest.gt(0) && round < 30; round++) {
      const after = stateAfter(context, state, quantities);
      const wanted = after.quantities.map((quantity, line) => {
        const over = Decimal.max(0, values[line]!.minus(targets.lines[line]!)).div(priceOf(proposal, line));
        const most = isAboveOnly ? stepsUp(over, stepOf(proposal, line)).plus(quantities[line]!) : quantity;
        return sellable(proposal, line, Decimal.max(0, Decimal.min(most, quantity)));
      });
      const more = saleLots(context, after, wanted, rest);
      if (more.every((quantity) => quantity.isZero())) break;
      quantities = quantities.map((quantity, line) => exactSum([quantity, more[line]!]));
      rest = lacking(proposal, quantities);
    }
  }
  return quantities;
}

function raisedByLevel(proposal: Proposal, need: Decimal, sold: Trades): Trades {
  const { context, values, targets } = proposal;
  const quantities = [...sold];
  let rest = need;
  for (let round = 0; rest.gt(0) && round < 200; round++) {
    const wishes = values.map((value, line) => {
      const left = value.plus(quantities[line]!.times(priceOf(proposal, line)));
      const most = sellable(proposal, line, left.div(priceOf(proposal, line))).times(priceOf(proposal, line));
      return { wish: left.minus(targets.lines[line]!), most };
    });
    const flat = round === 0 ? context.fees.flat : zero;
    const gross = rest.plus(flat).div(new Decimal(1).minus(context.fees.fraction));
    const more = levelled(wishes, gross).map((amount, line) =>
      stepsDown(amount.div(priceOf(proposal, line)), stepOf(proposal, line)),
    );
    if (more.every((quantity) => quantity.isZero())) {
      const line = furthestAbove(wishes);
      if (line === undefined) break;
      more[line] = stepOf(proposal, line);
    }
    more.forEach((quantity, line) => (quantities[line] = quantities[line]!.minus(quantity)));
    rest = lacking(proposal, quantities);
  }
  return quantities;
}

function furthestAbove(wishes: readonly { readonly wish: Decimal; readonly most: Decimal }[]): number | undefined {
  let best: number | undefined;
  wishes.forEach(({ wish, most }, line) => {
    if (most.gt(0) && (best === undefined || wish.gt(wishes[best]!.wish))) best = line;
  });
  return best;
}

function maySell({ context, fixed }: Proposal, line: number): boolean {
  return context.lines[line]!.maySell && !fixed.has(line);
}

/** As much of a quantity as is held, in whole steps. */
function sellable(proposal: Proposal, line: number, quantity: Decimal): Decimal {
  if (!maySell(proposal, line)) return zero;
  return stepsDown(Decimal.min(quantity, proposal.state.quantities[line]!), stepOf(proposal, line));
}

function priceOf({ context }: Proposal, line: number): Decimal {
  return context.lines[line]!.basePrice;
}

function stepOf({ context }: Proposal, line: number): Decimal {
  return context.lines[line]!.step;
}
