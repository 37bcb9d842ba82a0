import type { InstrumentId } from "../instrument/instrument.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { Decimal, decimal } from "../numbers/decimal.ts";
import { exactProduct } from "../numbers/exact-product.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";
import { amountOf } from "./exact-amount.ts";
import { type PlanLot, planLots } from "./plan-lot.ts";
import type { RebalanceHolding, RebalanceInput, RebalanceMode } from "./rebalance-input.ts";
import { type TargetLine, targetLines } from "./target-allocation.ts";
import type { ToleranceBand } from "./tolerance-band.ts";
import { feeRates, type FeeRates } from "./trade-fees.ts";

/** An instrument with a price, as a plan works with it. */
export interface PlanLine {
  readonly instrument: InstrumentId;
  readonly currency: CurrencyCode;
  readonly unitPrice: Decimal;
  readonly exchangeRate: Decimal;
  /** Of one unit, in the base currency. */
  readonly basePrice: Decimal;
  readonly step: Decimal;
  readonly quantity: Decimal;
  readonly lots: readonly PlanLot[];
  readonly isTargeted: boolean;
  readonly mayBuy: boolean;
  readonly maySell: boolean;
}

/** A target with the positions of its lines; `share` of each where shares are given. */
export interface PlanTarget extends Pick<TargetLine, "kind" | "key" | "weight"> {
  readonly members: readonly { readonly line: number; readonly share: Decimal | undefined }[];
}

/** What does not change while a plan is made. Lines stand in the order of their ids, so the order of input is nothing. */
export interface PlanContext {
  readonly mode: RebalanceMode;
  readonly lines: readonly PlanLine[];
  readonly targets: readonly PlanTarget[];
  /** No instrument that is wished has a price: nothing is brought to a target. */
  readonly isBlind: boolean;
  /** Instruments that are held or wished and have no price or rate, and those with a price of 0. */
  readonly untradable: readonly Untradable[];
  readonly reserve: Decimal;
  readonly fees: FeeRates;
  readonly minimumTrade: Decimal;
  readonly band: ToleranceBand | undefined;
}

/** An instrument a plan cannot trade. */
export interface Untradable {
  readonly instrument: InstrumentId;
  readonly code: "missing-price" | "missing-rate" | "worthless";
}

/**
 * Checks the input of a plan and sorts it.
 *
 * Targets whose instruments have no price are left out, and the other weights restated to add up to what they did.
 *
 * @throws {PortfolioError} see `planRebalance`
 */
export function planContext(input: RebalanceInput): PlanContext {
  const wished = targetLines(input.target);
  const holdings = checkedHoldings(input.holdings, wished);
  const untradable = holdings.flatMap(untradableOf);
  const without = new Set(untradable.map(({ instrument }) => instrument));
  const targeted = new Set(wished.flatMap(({ members }) => members.map(({ instrument }) => instrument)));
  const lines = holdings
    .filter(({ instrument }) => !without.has(instrument))
    .map((holding) => planLine(holding, input, targeted));
  const targets = planTargets(wished, decimal(input.target.cash ?? "0"), lines);
  return {
    mode: input.mode,
    lines,
    targets,
    isBlind: wished.length > 0 && targets.length === 0,
    untradable: untradable.filter(({ instrument }) => isHeld(holdings, instrument) || targeted.has(instrument)),
    reserve: amountOf(input.reserve ?? "0", "The reserve"),
    fees: feeRates(input.fees ?? {}),
    minimumTrade: amountOf(input.minimumTrade ?? "0", "The minimum trade"),
    band: input.band,
  };
}

function isHeld(holdings: readonly RebalanceHolding[], instrument: InstrumentId): boolean {
  return holdings.some((holding) => holding.instrument === instrument && !decimal(holding.quantity).isZero());
}

function checkedHoldings(holdings: readonly RebalanceHolding[], wished: readonly TargetLine[]): RebalanceHolding[] {
  const sorted = holdings.toSorted((a, b) => (a.instrument < b.instrument ? -1 : 1));
  const twice = sorted.find(({ instrument }, at) => instrument === sorted[at + 1]?.instrument);
  if (twice !== undefined)
    throw new PortfolioError("invalid-identifier", `"${twice.instrument}" is given twice. Add its quantities up.`, {
      value: twice.instrument,
    });
  const known = new Set(holdings.map(({ instrument }) => instrument));
  const unknown = wished.flatMap(({ members }) => members).find(({ instrument }) => !known.has(instrument));
  if (unknown !== undefined)
    throw new PortfolioError(
      "unknown-instrument",
      `"${unknown.instrument}" has a target and is not among the holdings. Add it, with the quantity 0 if it is not held.`,
      { instrument: unknown.instrument },
    );
  return sorted;
}

function untradableOf({ instrument, unitPrice, exchangeRate }: RebalanceHolding): Untradable[] {
  if (unitPrice === undefined) return [{ instrument, code: "missing-price" }];
  if (exchangeRate === undefined) return [{ instrument, code: "missing-rate" }];
  const price = amountOf(unitPrice, `The price of "${instrument}"`);
  const rate = amountOf(exchangeRate, `The exchange rate of "${instrument}"`);
  return price.isZero() || rate.isZero() ? [{ instrument, code: "worthless" }] : [];
}

function planLine(holding: RebalanceHolding, input: RebalanceInput, targeted: ReadonlySet<InstrumentId>): PlanLine {
  const { instrument, currency, lots = [] } = holding;
  const unitPrice = decimal(holding.unitPrice!);
  const exchangeRate = decimal(holding.exchangeRate!);
  const basePrice = exactProduct(unitPrice, exchangeRate);
  const quantity = amountOf(holding.quantity, `The quantity of "${instrument}"`);
  const step = amountOf(holding.quantityStep, `The quantity step of "${instrument}"`);
  if (step.isZero())
    throw new PortfolioError("invalid-decimal", `The quantity step of "${instrument}" is 0. Give 1 for whole units.`, {
      value: "0",
    });
  return {
    instrument,
    currency,
    unitPrice,
    exchangeRate,
    basePrice,
    step,
    quantity,
    lots: input.mode === "tax-aware" ? planLots(holding.instrument, quantity, lots, basePrice, input.tax) : [],
    isTargeted: targeted.has(instrument),
    mayBuy: input.mode !== "withdrawal" && input.doNotBuy?.includes(instrument) !== true,
    maySell: input.mode !== "contribution-only" && input.doNotSell?.includes(instrument) !== true,
  };
}

function planTargets(wished: readonly TargetLine[], cash: Decimal, lines: readonly PlanLine[]): PlanTarget[] {
  const position = new Map(lines.map(({ instrument }, at) => [instrument, at]));
  const all = wished.reduce((sum, { weight }) => sum.plus(weight), cash);
  const tradable = wished
    .map(({ kind, key, weight, members }) => ({ kind, key, weight, members: knownMembers(members, position) }))
    .filter(({ members }) => members.length > 0);
  const known = tradable.reduce((sum, { weight }) => sum.plus(weight), cash);
  if (known.isZero() || known.eq(all)) return tradable;
  return tradable.map((target) => ({ ...target, weight: target.weight.times(all).div(known) }));
}

function knownMembers(
  members: TargetLine["members"],
  position: ReadonlyMap<InstrumentId, number>,
): PlanTarget["members"] {
  const known = members.flatMap(({ instrument, share }) => {
    const line = position.get(instrument);
    return line === undefined ? [] : [{ line, share }];
  });
  const sum = known.reduce((total, { share }) => total.plus(share ?? 0), new Decimal(0));
  return known.map(({ line, share }) => ({
    line,
    share: share === undefined ? undefined : sum.isZero() ? share : share.div(sum),
  }));
}
