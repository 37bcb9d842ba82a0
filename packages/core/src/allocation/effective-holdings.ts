import type { Measured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { concentration } from "./concentration.ts";

/**
 * Effective holdings: how many holdings of equal weight would be as concentrated; 1 / {@link concentration}.
 *
 * Units: a number of holdings, 1 or more for weights of 0 or more that add up to 1.
 * Undefined: no weight other than 0 -> `no-capital`; all so small that the answer leaves the doubles -> `out-of-range`.
 *
 * @throws {PortfolioError} `invalid-weights`: one is not a number, or beyond 1e100
 * @see docs/methods/allocation.md
 * @example
 * effectiveHoldings([0.25, 0.25, 0.25, 0.25]); // => { value: 4 }
 */
export function effectiveHoldings(weights: Iterable<number>): Measured {
  const squares = concentration(weights);
  return squares.value === undefined ? squares : measuredIfFinite(1 / squares.value);
}
