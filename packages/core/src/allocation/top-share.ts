import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";
import { compensatedSum } from "../series/compensated-sum.ts";
import { checkedWeights } from "./concentration.ts";

/**
 * Top share: what the largest weights have together; with a count of 1, the largest one.
 *
 * Units: fraction. Shape: weights as fractions, in any order; fewer than `count` are all of them.
 * Undefined: no weight other than 0 -> `no-capital`.
 *
 * @throws {PortfolioError} `invalid-weights`: one is not a number, or beyond 1e100; `count` is no whole number of 1 or more
 * @see docs/methods/allocation.md
 * @example
 * topShare([0.125, 0.5, 0.25, 0.125], 2); // => { value: 0.75 }
 */
export function topShare(weights: Iterable<number>, count: number): Measured {
  if (!Number.isSafeInteger(count) || count < 1)
    throw new PortfolioError("invalid-weights", `"${count}" is not a count. Give a whole number of 1 or more.`, {
      value: String(count),
    });
  const falling = checkedWeights(weights).toSorted((a, b) => b - a);
  if (falling.every((weight) => weight === 0)) return unmeasured("no-capital");
  return measured(compensatedSum(falling.slice(0, count)));
}
