import { Decimal } from "@portfolio/core";
import type {
  RebalanceHolding,
  RebalanceInput,
  RebalanceLot,
  RebalanceMode,
  RebalancePlan,
  TargetAllocation,
} from "@portfolio/core/allocation";
import { rebalanceModes } from "@portfolio/core/allocation";
import * as fc from "fast-check";

/** What random input is limited to. */
export interface RandomLimits {
  readonly modes?: readonly RebalanceMode[];
  /** Fractions, no lists, no band, no minimum, no flat fee, some capital: targets can be met. */
  readonly isFree?: boolean;
}

const names = ["a", "b", "c", "d", "e"];

interface RandomHolding {
  readonly units: number;
  readonly cents: number;
  readonly rate: string;
  readonly step: string;
  readonly weight: number;
  readonly lotParts: readonly { readonly part: number; readonly cost: number; readonly year: number }[];
}

function randomHolding(isFree: boolean): fc.Arbitrary<RandomHolding> {
  return fc.record({
    units: fc.integer({ min: 0, max: 5000 }),
    cents: fc.oneof(fc.integer({ min: 1, max: 500_000 }), fc.constant(10_000)),
    rate: fc.constantFrom("1", "0.9", "1.0869565217391304347826086956521739"),
    step: isFree ? fc.constant("0.000000000001") : fc.constantFrom("1", "0.001", "0.00000001", "10"),
    weight: fc.integer({ min: 0, max: 10 }),
    lotParts: fc.array(
      fc.record({
        part: fc.integer({ min: 1, max: 5 }),
        cost: fc.integer({ min: 0, max: 300 }),
        year: fc.integer({ min: 2015, max: 2025 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  });
}

/** Random input of a plan: up to five instruments, with cash, reserve, fees, lists, lots, categories. */
export function randomInput({
  modes = rebalanceModes,
  isFree = false,
}: RandomLimits = {}): fc.Arbitrary<RebalanceInput> {
  return fc
    .record({
      mode: fc.constantFrom(...modes),
      holdings: fc.array(randomHolding(isFree), { minLength: 1, maxLength: 5 }),
      cashWeight: fc.integer({ min: 1, max: 3 }),
      cash: fc.integer({ min: isFree ? 100_000 : -50_000, max: 300_000 }),
      contribution: fc.constantFrom("0", "0", "500", "12345.67"),
      withdrawal: isFree ? fc.constant("0") : fc.constantFrom("0", "0", "700", "3210.5"),
      reserve: isFree ? fc.constantFrom("0", "100") : fc.constantFrom("0", "100", "2500"),
      flat: isFree ? fc.constant("0") : fc.constantFrom("0", "0", "1", "9.95"),
      fraction: fc.constantFrom("0", "0.001", "0.0125"),
      minimum: isFree ? fc.constant("0") : fc.constantFrom("0", "0", "50", "1000"),
      lists: fc.array(fc.constantFrom(...names), { maxLength: isFree ? 0 : 2 }),
      band: isFree
        ? fc.constant(undefined)
        : fc.constantFrom(undefined, undefined, { absolute: "0.05", relative: "0.25" }),
      budget: fc.constantFrom(undefined, "0", "100", "5000"),
      category: fc.constantFrom("none", "current", "given"),
    })
    .map((random) => {
      const { mode, cash, contribution, withdrawal, reserve, flat, fraction, lists, budget } = random;
      const shared = {
        holdings: random.holdings.map((holding, at) => holdingOf(holding, names[at]!)),
        target: targetOf(random.holdings, random.cashWeight, random.category),
        cash: new Decimal(cash).div(100).toFixed(),
        contribution,
        withdrawal,
        reserve,
        fees: { flat, fraction },
        minimumTrade: random.minimum,
        doNotSell: lists.slice(0, 1),
        doNotBuy: lists.slice(1),
        ...(random.band === undefined ? {} : { band: random.band }),
      };
      const tax = { on: "2026-01-02", longHeldMonths: 12, ...(budget === undefined ? {} : { gainBudget: budget }) };
      return mode === "tax-aware" ? { ...shared, mode, tax } : { ...shared, mode };
    });
}

function holdingOf({ units, cents, rate, step, lotParts }: RandomHolding, instrument: string): RebalanceHolding {
  const quantity = new Decimal(units).div(step === "1" || step === "10" ? 1 : 100);
  const all = lotParts.reduce((sum, { part }) => sum + part, 0);
  let given = new Decimal(0);
  const lots = lotParts.map(({ part, cost, year }, at): RebalanceLot => {
    const isLast = at === lotParts.length - 1;
    const own = isLast ? quantity.minus(given) : quantity.times(part).div(all).toDecimalPlaces(4, Decimal.ROUND_DOWN);
    given = given.plus(own);
    const baseCostBasis = own.times(cents).times(cost).div(10_000).toDecimalPlaces(6);
    return {
      transaction: `${instrument}${at}`,
      account: "broker",
      acquiredOn: `${year}-06-01`,
      quantity: own,
      baseCostBasis,
    };
  });
  const unitPrice = new Decimal(cents).div(100).toFixed();
  return {
    instrument,
    quantity,
    currency: rate === "1" ? "EUR" : "USD",
    unitPrice,
    exchangeRate: rate,
    quantityStep: step,
    lots,
  };
}

/** Weights in thirtieths or so, as decimal text; the rest is cash. The first two make a category where they should. */
function targetOf(holdings: readonly RandomHolding[], cashWeight: number, category: string): TargetAllocation {
  const all = holdings.reduce((sum, { weight }) => sum + weight, cashWeight);
  const weights = holdings.map(({ weight }) => new Decimal(weight).div(all).toDecimalPlaces(12, Decimal.ROUND_DOWN));
  const cash = weights.reduce((rest, weight) => rest.minus(weight), new Decimal(1)).toFixed();
  const single = weights.map((weight, at) => ({ instrument: names[at]!, weight: weight.toFixed() }));
  if (category === "none" || weights.length < 2) return { targets: single, cash };
  const weight = weights[0]!.plus(weights[1]!).toFixed();
  const members = category === "current" ? ["a", "b"] : { a: "0.3", b: "0.7" };
  return { targets: [{ category: "both", weight, members }, ...single.slice(2)], cash };
}

/** The input after its plan was carried out: nothing new comes in, nothing is to be paid out any more. */
export function inputAfter(input: RebalanceInput, { trades, after }: RebalancePlan): RebalanceInput {
  const quantities = new Map(after.holdings.map(({ instrument, quantity }) => [instrument, quantity]));
  const sold = new Map(
    trades.map(({ instrument, lots }) => [instrument, new Map(lots.map((lot) => [lot.transaction, lot]))]),
  );
  const holdings = input.holdings.map((holding) => ({
    ...holding,
    quantity: quantities.get(holding.instrument) ?? holding.quantity,
    ...(input.mode === "tax-aware" ? { lots: lotsAfter(holding, sold.get(holding.instrument)) } : { lots: [] }),
  }));
  const rest = { holdings, cash: after.cash, contribution: "0", withdrawal: "0" };
  if (input.mode !== "tax-aware") return { ...input, ...rest };
  // A budget is for one plan: what it left is not carried over.
  const isLimited = input.tax.gainBudget !== undefined;
  return { ...input, ...rest, tax: { ...input.tax, ...(isLimited ? { gainBudget: "0" } : {}) } };
}

function lotsAfter(
  { lots = [] }: RebalanceHolding,
  sold: ReadonlyMap<string, { readonly quantity: Decimal; readonly baseCostBasis: Decimal }> | undefined,
): RebalanceLot[] {
  return lots.map((lot) => {
    const taken = sold?.get(lot.transaction);
    if (taken === undefined) return lot;
    const quantity = new Decimal(lot.quantity).minus(taken.quantity);
    return { ...lot, quantity, baseCostBasis: new Decimal(lot.baseCostBasis!).minus(taken.baseCostBasis) };
  });
}

/** The same input in another order. */
export function shuffled(input: RebalanceInput): RebalanceInput {
  return {
    ...input,
    holdings: input.holdings.map((holding) => ({ ...holding, lots: (holding.lots ?? []).toReversed() })).toReversed(),
    target: { ...input.target, targets: input.target.targets.toReversed() },
    doNotSell: (input.doNotSell ?? []).toReversed(),
  };
}

/** Whether a quantity is a multiple of a step. */
export function isMultiple(quantity: Decimal, step: Decimal | string): boolean {
  return quantity.div(step).isInteger();
}
