import { Decimal } from "../numbers/decimal.ts";
import { exactProduct } from "../numbers/exact-product.ts";
import { exactDifference, exactSum } from "../numbers/exact-sum.ts";
import { costOfPart } from "./lots-left.ts";
import type { PlanContext } from "./plan-context.ts";
import { comparePlanLots, type PlanLot } from "./plan-lot.ts";
import type { PlanState, Trades } from "./plan-state.ts";
import { stepsDown, stepsUp } from "./whole-steps.ts";

/** Digits of units that a budget allows, before they become whole steps. */
const unitDigits = 24;

/** Units taken from one lot. */
interface Taken {
  readonly line: number;
  readonly lot: PlanLot;
  units: Decimal;
}

/**
 * Sales by lots in the order of tax preference, over all instruments, within the gains that may be realized.
 *
 * `wanted` is the most to sell of each line; `enough` is a gross amount at which to stop. What a step or the budget leaves
 * over is not sold. Answers sales as negative quantities.
 */
export function saleLots(context: PlanContext, state: PlanState, wanted: readonly Decimal[], enough?: Decimal): Trades {
  const taken = takeInOrder(context, state, wanted, enough);
  for (const line of new Set(taken.map((one) => one.line))) trimToSteps(context, taken, line);
  trimToBudget(context, state, taken);
  return context.lines.map((_, line) => unitsOf(taken, line).negated());
}

function takeInOrder(
  { lines }: PlanContext,
  { lots, gainLeft }: PlanState,
  wanted: readonly Decimal[],
  enough: Decimal | undefined,
): Taken[] {
  const candidates = lots.flatMap((own, line) => own.map((lot) => ({ line, lot })));
  const left = [...wanted];
  const taken: Taken[] = [];
  let [gain, gross] = [new Decimal(0), new Decimal(0)];
  for (const { line, lot } of candidates.toSorted((a, b) => comparePlanLots(a.lot, b.lot) || a.line - b.line)) {
    const { basePrice, step } = lines[line]!;
    let units = Decimal.min(lot.quantity, left[line]!);
    if (enough !== undefined)
      units = Decimal.min(units, stepsUp(Decimal.max(0, enough.minus(gross)).div(basePrice), step));
    if (gainLeft !== undefined && lot.unitGain.gt(0))
      units = Decimal.min(
        units,
        Decimal.max(0, gainLeft.minus(gain)).div(lot.unitGain).toDecimalPlaces(unitDigits, Decimal.ROUND_DOWN),
      );
    if (!units.gt(0)) continue;
    taken.push({ line, lot, units });
    left[line] = left[line]!.minus(units);
    gain = gain.plus(units.times(lot.unitGain));
    gross = gross.plus(units.times(basePrice));
  }
  return taken;
}

function unitsOf(taken: readonly Taken[], line: number): Decimal {
  return exactSum(taken.filter((one) => one.line === line).map(({ units }) => units));
}

function trimToSteps({ lines }: PlanContext, taken: readonly Taken[], line: number): void {
  const units = unitsOf(taken, line);
  giveBack(taken, line, exactDifference(units, stepsDown(units, lines[line]!.step)));
}

/** Gives units of a line back, from the lot that was taken last. */
function giveBack(taken: readonly Taken[], line: number, units: Decimal): void {
  let rest = units;
  for (const one of taken.filter((other) => other.line === line).toReversed()) {
    const back = Decimal.min(rest, one.units);
    one.units = exactDifference(one.units, back);
    rest = exactDifference(rest, back);
  }
}

/** Steps given back may have been losses: gains are given back until the rest fits the budget again. */
function trimToBudget(context: PlanContext, { gainLeft }: PlanState, taken: readonly Taken[]): void {
  if (gainLeft === undefined) return;
  for (;;) {
    const excess = exactDifference(gainBeforeFees(context, taken), gainLeft);
    const last = taken.findLast(({ lot, units }) => units.gt(0) && lot.unitGain.gt(0));
    if (!excess.gt(0) || last === undefined) return;
    const { step } = context.lines[last.line]!;
    const back = stepsUp(Decimal.min(excess.div(last.lot.unitGain), unitsOf(taken, last.line)), step);
    giveBack(taken, last.line, Decimal.max(step, back));
  }
}

function gainBeforeFees({ lines }: PlanContext, taken: readonly Taken[]): Decimal {
  return exactSum(
    taken.map(({ line, lot, units }) =>
      exactDifference(exactProduct(units, lines[line]!.basePrice), costOfPart(lot, units)),
    ),
  );
}
