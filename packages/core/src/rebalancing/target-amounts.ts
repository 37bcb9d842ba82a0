import { Decimal } from "../numbers/decimal.ts";
import type { PlanContext, PlanTarget } from "./plan-context.ts";

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
  if (movable.length === 0) return spread(positions, values, wished);
  const kept = positions.filter((line) => !movable.includes(line));
  const rest = Decimal.max(0, wished.minus(sumOf(kept, values)));
  return [...kept.map((line): [number, Decimal] => [line, values[line]!]), ...spread(movable, values, rest)];
}

/** By current values; in equal parts where nothing is held. */
function spread(positions: readonly number[], values: readonly Decimal[], amount: Decimal): [number, Decimal][] {
  const whole = sumOf(positions, values);
  if (whole.isZero()) return positions.map((line) => [line, amount.div(positions.length)]);
  return positions.map((line) => [line, amount.times(values[line]!).div(whole)]);
}

function sumOf(positions: readonly number[], values: readonly Decimal[]): Decimal {
  return positions.reduce((sum, line) => sum.plus(values[line]!), new Decimal(0));
}
