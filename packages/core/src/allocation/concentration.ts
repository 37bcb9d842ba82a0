import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";
import { compensatedSum } from "../series/compensated-sum.ts";

/** Weights beyond this are no fractions of anything; their squares would leave the range of a double. */
const largestWeight = 1e100;

/**
 * Concentration: the sum of squared weights, after Herfindahl and Hirschman.
 *
 * From 1 / n (n equal weights) to 1 (one holding). For how many equal holdings that is see {@link effectiveHoldings}.
 *
 * Units: fraction. Shape: weights as fractions, in any order; they are not made to add up to 1.
 * Undefined: no weight other than 0 -> `no-capital`.
 * Cost: O(weights).
 *
 * @throws {PortfolioError} `invalid-weights`: one is not a number, or beyond 1e100
 * @see docs/methods/allocation.md
 * @example
 * concentration([0.5, 0.25, 0.25]); // => { value: 0.375 }
 * concentration([]).value; // => undefined
 */
export function concentration(weights: Iterable<number>): Measured {
  const squares = checkedWeights(weights).map((weight) => weight * weight);
  const sum = compensatedSum(squares);
  return sum > 0 ? measured(sum) : unmeasured("no-capital");
}

/** The weights as a list. */
export function checkedWeights(weights: Iterable<number>): number[] {
  const list = [...weights];
  const wrong = list.find((weight) => !(Math.abs(weight) <= largestWeight));
  if (wrong === undefined) return list;
  throw new PortfolioError("invalid-weights", `"${wrong}" is not a weight. Give fractions such as 0.25.`, {
    value: String(wrong),
  });
}
