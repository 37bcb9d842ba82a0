import { productError, sumError } from "../numbers/double-double.ts";

/** A column of numbers as pairs of doubles: value + rest, about 32 digits. */
export interface PairColumn {
  readonly value: Float64Array;
  readonly rest: Float64Array;
}

/**
 * The product of ratios numerator / denominator, less 1, as if computed without rounding on the way.
 *
 * Each ratio and the running product are kept as a pair of doubles, so a growth of 110 / 100 is 0.1 and not
 * 0.10000000000000009. NaN when a denominator is 0 or anything is NaN.
 */
export function linkedGrowth(numerators: PairColumn, denominators: PairColumn): number {
  let high = 1;
  let low = 0;
  for (let i = 0; i < numerators.value.length; i++) {
    const denominator = denominators.value[i]!;
    const ratio = numerators.value[i]! / denominator;
    const product = ratio * denominator;
    const left = numerators.value[i]! - product - productError(ratio, denominator, product);
    const rest = (left + numerators.rest[i]! - ratio * denominators.rest[i]!) / denominator;
    const next = high * ratio;
    const error = productError(high, ratio, next) + (high * rest + low * ratio);
    high = next + error;
    low = error - (high - next);
  }
  const growth = high - 1;
  return growth + (sumError(high, -1, growth) + low);
}

/** The sum of two columns of pairs, item by item. */
export function addPairs(a: PairColumn, b: PairColumn): PairColumn {
  const value = a.value.map((first, i) => first + b.value[i]!);
  const rest = value.map((sum, i) => sumError(a.value[i]!, b.value[i]!, sum) + a.rest[i]! + b.rest[i]!);
  return { value, rest };
}
