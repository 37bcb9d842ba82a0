import { Decimal } from "../numbers/decimal.ts";
import { exactProduct } from "../numbers/exact-product.ts";
import type { PlanContext, PlanLine, PlanTarget } from "./plan-context.ts";
import { nearestSteps } from "./whole-steps.ts";

/** Wished market values, and the cash they leave besides the reserve. */
export interface TargetAmounts {
  readonly lines: readonly Decimal[];
  readonly cash: Decimal;
}

/**
 * What each line would be worth if all targets were met.
 *
 * A category without shares is divided by current values. Lines that may not be traded in the direction their category
 * has to go keep their value, and the others of the category take their part.
 */
export function targetAmounts(
  context: PlanContext,
  values: readonly Decimal[],
  total: Decimal,
  fixed: ReadonlySet<number>,
): TargetAmounts {
  const lines = values.map(() => new Decimal(0));
  for (const target of context.targets)
    for (const [line, amount] of memberAmounts(context, target, values, total.times(target.weight), fixed))
      lines[line] = amount;
  const wished = lines.reduce((sum, amount) => sum.plus(amount), new Decimal(0));
  return { lines, cash: Decimal.max(0, total.minus(wished)) };
}

function memberAmounts(
  { lines }: PlanContext,
  { members }: PlanTarget,
  values: readonly Decimal[],
  wished: Decimal,
  fixed: ReadonlySet<number>,
): [line: number, amount: Decimal][] {
  if (members.every(({ share }) => share !== undefined))
    return members.map(({ line, share }) => [line, wished.times(share!)]);
  const positions = members.map(({ line }) => line);
  const current = sumOf(positions, values);
  const isShort = wished.gt(current);
  const movable = positions.filter(
    (line) => !fixed.has(line) && (isShort ? lines[line]!.mayBuy : lines[line]!.maySell),
  );
  if (movable.length === 0) return spread(lines, positions, values, wished);
  const kept = positions.filter((line) => !movable.includes(line));
  const rest = Decimal.max(0, wished.minus(sumOf(kept, values)));
  return [...kept.map((line): [number, Decimal] => [line, values[line]!]), ...spread(lines, movable, values, rest)];
}

/**
 * By current values; in equal parts where nothing is held. Lines of coarse steps come first and keep to their steps, so
 * that what they cannot take goes to the finer ones.
 */
function spread(
  lines: PlanContext["lines"],
  positions: readonly number[],
  values: readonly Decimal[],
  amount: Decimal,
): [line: number, amount: Decimal][] {
  const coarseFirst = positions.toSorted((a, b) => stepValue(lines[b]!).cmp(stepValue(lines[a]!)) || a - b);
  const isNothingHeld = sumOf(positions, values).isZero();
  let rest = amount;
  return coarseFirst.map((line, at) => {
    const others = coarseFirst.slice(at);
    const value = values[line]!;
    const share = isNothingHeld ? rest.div(others.length) : shareOf(rest, value, sumOf(others, values));
    const own = at === coarseFirst.length - 1 ? rest : inSteps(value, share, stepValue(lines[line]!));
    rest = Decimal.max(0, rest.minus(own));
    return [line, own];
  });
}

function shareOf(rest: Decimal, value: Decimal, whole: Decimal): Decimal {
  return whole.isZero() ? new Decimal(0) : rest.times(value).div(whole);
}

/** The value nearest to a wished one that whole steps lead to. */
function inSteps(value: Decimal, wished: Decimal, step: Decimal): Decimal {
  const change = nearestSteps(wished.minus(value).abs(), step);
  return wished.gt(value) ? value.plus(change) : Decimal.max(0, value.minus(change));
}

function stepValue({ step, basePrice }: PlanLine): Decimal {
  return exactProduct(step, basePrice);
}

function sumOf(positions: readonly number[], values: readonly Decimal[]): Decimal {
  return positions.reduce((sum, line) => sum.plus(values[line]!), new Decimal(0));
}
