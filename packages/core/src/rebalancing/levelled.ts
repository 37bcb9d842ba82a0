import { Decimal } from "../numbers/decimal.ts";

/** What a line wishes, and the most it can take. A wish below 0 is served only when all others are. */
export interface Wish {
  readonly wish: Decimal;
  readonly most: Decimal;
}

/**
 * Divides an amount so that the wishes left over are as equal as can be: the largest wishes first, down to a common level.
 *
 * That is the division with the least sum of squares of what is left over. No line gets more than `most`; when all of
 * them take less than the amount, each gets its `most`.
 */
export function levelled(wishes: readonly Wish[], amount: Decimal): Decimal[] {
  const most = wishes.reduce((sum, wish) => sum.plus(wish.most), new Decimal(0));
  if (amount.gte(most)) return wishes.map((wish) => wish.most);
  if (!amount.gt(0)) return wishes.map(() => new Decimal(0));
  const level = levelFor(wishes, amount);
  return wishes.map((wish) => Decimal.max(0, Decimal.min(wish.most, wish.wish.minus(level))));
}

/** Goes down from the largest wish; between two steps as many lines grow as have begun and are not full. */
function levelFor(wishes: readonly Wish[], amount: Decimal): Decimal {
  const steps = wishes
    .filter(({ most }) => most.gt(0))
    .flatMap(({ wish, most }) => [
      { level: wish, change: 1 },
      { level: wish.minus(most), change: -1 },
    ])
    .toSorted((a, b) => b.level.cmp(a.level));
  let rest = amount;
  let growing = 0;
  for (const [at, { level, change }] of steps.entries()) {
    growing += change;
    const drop = level.minus(steps[at + 1]?.level ?? level);
    const given = drop.times(growing);
    if (given.gte(rest) && growing > 0) return level.minus(rest.div(growing));
    rest = rest.minus(given);
  }
  return steps.at(-1)!.level;
}
