import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { noVariation } from "../risk/standard-deviation.ts";
import { coMoments } from "./co-moments.ts";
import { pairedReturns } from "./paired-returns.ts";

/**
 * Correlation (Pearson): how closely returns follow a straight line over those of the benchmark.
 *
 * Units: a plain number from -1 to 1.
 * Shape: one return and one of the benchmark for each period. Missing ones (NaN) are left out with their partners.
 * Undefined: fewer than two pairs -> `too-few-observations`; a deviation below 1e-15 on either side -> `no-variation`;
 * squares beyond all doubles -> `out-of-range`.
 *
 * @throws {PortfolioError} `length-mismatch`: there are not as many returns as benchmark returns
 * @see docs/methods/benchmark.md
 * @example
 * correlation([0.01, -0.02, 0.015], [-0.01, 0.02, -0.015]); // => { value: -1 }
 */
export function correlation(returns: ArrayLike<number>, benchmark: ArrayLike<number>): Measured {
  const pairs = pairedReturns(returns, benchmark);
  const count = pairs.returns.length;
  if (count < 2) return unmeasured("too-few-observations");
  const { squares, benchmarkSquares, products } = coMoments(pairs);
  if (Math.sqrt(Math.min(squares, benchmarkSquares) / (count - 1)) < noVariation) return unmeasured("no-variation");
  // So that a series and itself have 1 to the last digit.
  const value = (products / squares) * Math.sqrt(squares / benchmarkSquares);
  return Number.isFinite(value) ? measured(Math.max(-1, Math.min(1, value))) : unmeasured("out-of-range");
}
