import { toEpochDay } from "@portfolio/core";
import type { TaxAcquisition, TaxDisposal } from "@portfolio/core/tax";
import { add, divide, fromText, least, multiply, type Rational, subtract, zero } from "../oracle/rational.ts";

/** A trade of whole units, as the naive rules take them: in order of days, purchases of a day first, never oversold. */
export type NaiveTrade = TaxAcquisition | TaxDisposal;

const windowDays = 30;
const dayOf = ({ date }: NaiveTrade): number => toEpochDay(date);
const whole = (value: bigint): Rational => ({ n: value, d: 1n });
const total = (values: readonly Rational[]): Rational => values.reduce(add, zero);

/** Gains by disposal day, unit by unit: each unit sold looks for a unit bought, and the pool takes what nobody took. */
export function naiveUnitedKingdom(trades: readonly NaiveTrade[]): Rational[] {
  const days = [...new Set(trades.map(dayOf))];
  const of = (day: number, kind: NaiveTrade["kind"]): readonly NaiveTrade[] =>
    trades.filter((trade) => trade.kind === kind && dayOf(trade) === day);
  const units = (day: number, kind: NaiveTrade["kind"]): number =>
    of(day, kind).reduce((sum, { quantity }) => sum + Number(quantity), 0);
  const money = (day: number, kind: NaiveTrade["kind"]): Rational =>
    total(of(day, kind).map((trade) => fromText(trade.kind === "disposal" ? trade.proceeds : trade.cost)));
  const bought = new Map(days.map((day) => [day, units(day, "acquisition")]));
  const sold = new Map(days.map((day) => [day, units(day, "disposal")]));
  const costs = new Map(days.map((day) => [day, zero]));
  const unitCost = (day: number): Rational =>
    divide(money(day, "acquisition"), whole(BigInt(units(day, "acquisition"))));
  const match = (from: number, to: number): void => {
    for (; sold.get(from)! > 0 && bought.get(to)! > 0; costs.set(from, add(costs.get(from)!, unitCost(to)))) {
      sold.set(from, sold.get(from)! - 1);
      bought.set(to, bought.get(to)! - 1);
    }
  };
  for (const day of days) match(day, day);
  for (const from of days) for (const to of days) if (to > from && to <= from + windowDays) match(from, to);
  let [held, cost] = [0n, zero];
  for (const day of days) {
    const joining = whole(BigInt(bought.get(day)!));
    if (joining.n > 0n) cost = add(cost, multiply(unitCost(day), joining));
    held += joining.n;
    const leaving = BigInt(sold.get(day)!);
    if (leaving === 0n) continue;
    const share = multiply(cost, { n: leaving, d: held });
    [held, cost] = [held - leaving, subtract(cost, share)];
    costs.set(day, add(costs.get(day)!, share));
  }
  return days
    .filter((day) => units(day, "disposal") > 0)
    .map((day) => subtract(money(day, "disposal"), costs.get(day)!));
}

/** Recognized gains by sale: an average pool that is told the future by looking at all rows again for each loss. */
export function naiveCanada(trades: readonly NaiveTrade[]): Rational[] {
  const gains: Rational[] = [];
  let [held, cost] = [zero, zero];
  for (const trade of trades) {
    const quantity = fromText(trade.quantity);
    if (trade.kind === "acquisition") {
      [held, cost] = [add(held, quantity), add(cost, fromText(trade.cost))];
      continue;
    }
    const relieved = multiply(cost, divide(quantity, held));
    [held, cost] = [subtract(held, quantity), subtract(cost, relieved)];
    const gain = subtract(fromText(trade.proceeds), relieved);
    const denied = gain.n < 0n ? multiply(subtract(zero, gain), superficialShare(trades, trade)) : zero;
    cost = add(cost, denied);
    gains.push(add(gain, denied));
  }
  return gains;
}

function superficialShare(trades: readonly NaiveTrade[], sale: NaiveTrade): Rational {
  const purchases = trades.filter(({ kind }) => kind === "acquisition");
  const inWindow = purchases.filter((trade) => Math.abs(dayOf(trade) - dayOf(sale)) <= windowDays);
  const bought = total(inWindow.map(({ quantity }) => fromText(quantity)));
  const past = trades.filter((trade) => dayOf(trade) <= dayOf(sale) + windowDays);
  const held = past.reduce(
    (sum, { kind, quantity }) => (kind === "acquisition" ? add : subtract)(sum, fromText(quantity)),
    zero,
  );
  const sold = fromText(sale.quantity);
  return divide(least(sold, least(bought, held)), sold);
}

/** One unit of a purchase. `replaces` is 0, or which loss, counted from 1, it replaces. */
interface Unit {
  readonly purchase: NaiveTrade;
  cost: Rational;
  replaces: number;
}

/** Recognized gains by sale, with a record for every single unit. */
export function naiveUnitedStates(trades: readonly NaiveTrade[]): Rational[] {
  const all = trades.flatMap((purchase) => (purchase.kind === "acquisition" ? unitsOf(purchase) : []));
  const gone = new Set<Unit>();
  let losses = 0;
  const inOrder = (units: Unit[]): Unit[] =>
    units.sort((a, b) => trades.indexOf(a.purchase) - trades.indexOf(b.purchase) || ranked(a) - ranked(b));
  return trades.flatMap((sale, at) => {
    if (sale.kind === "acquisition") return [];
    const isHeld = (unit: Unit): boolean => !gone.has(unit) && trades.indexOf(unit.purchase) < at;
    const sold = inOrder(all.filter(isHeld)).slice(0, Number(sale.quantity));
    for (const unit of sold) gone.add(unit);
    const unitProceeds = divide(fromText(sale.proceeds), fromText(sale.quantity));
    const gains = partsOf(sold).map((part) => {
      const gain = total(part.map(({ cost }) => subtract(unitProceeds, cost)));
      if (gain.n >= 0n) return gain;
      const free = all.filter((unit) => unit.replaces === 0 && !gone.has(unit));
      const near = free.filter(({ purchase }) => Math.abs(dayOf(purchase) - dayOf(sale)) <= windowDays);
      const replacing = inOrder(near).slice(0, part.length);
      const each = divide(subtract(zero, gain), whole(BigInt(part.length)));
      losses++;
      for (const unit of replacing) [unit.cost, unit.replaces] = [add(unit.cost, each), losses];
      return add(gain, multiply(each, whole(BigInt(replacing.length))));
    });
    return [total(gains)];
  });
}

function unitsOf(purchase: TaxAcquisition): Unit[] {
  const unitCost = divide(fromText(purchase.cost), fromText(purchase.quantity));
  return Array.from({ length: Number(purchase.quantity) }, () => ({ purchase, cost: unitCost, replaces: 0 }));
}

/** Units of one purchase that have replaced the same loss, or none, are one lot of a sale. */
function partsOf(units: readonly Unit[]): Unit[][] {
  const parts: Unit[][] = [];
  for (const unit of units) {
    const last = parts.at(-1);
    if (last?.[0]?.purchase === unit.purchase && last[0].replaces === unit.replaces) last.push(unit);
    else parts.push([unit]);
  }
  return parts;
}

/** Replacing units of a purchase are sold before its others. */
function ranked({ replaces }: Unit): number {
  return replaces === 0 ? Number.MAX_SAFE_INTEGER : replaces;
}
