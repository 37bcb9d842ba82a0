import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { noVariation } from "../risk/standard-deviation.ts";
import { coMoments } from "./co-moments.ts";
import type { PairedReturns } from "./paired-returns.ts";

/** The straight line through excess returns over those of the benchmark. */
export interface MarketLine {
  readonly slope: number;
  /** Per period. */
  readonly intercept: number;
}

/**
 * The least-squares line: slope = covariance / variance of the benchmark, intercept = mean - slope x benchmark's mean.
 *
 * Undefined: fewer than two pairs -> `too-few-observations`; the deviation of the benchmark is below 1e-15 ->
 * `no-variation`; squares beyond all doubles -> `out-of-range`.
 */
export function marketLine(pairs: PairedReturns): Measured<MarketLine> {
  const count = pairs.returns.length;
  if (count < 2) return unmeasured("too-few-observations");
  const { mean, benchmarkMean, benchmarkSquares, products } = coMoments(pairs);
  if (Math.sqrt(benchmarkSquares / (count - 1)) < noVariation) return unmeasured("no-variation");
  const slope = products / benchmarkSquares;
  const intercept = mean - slope * benchmarkMean;
  return Number.isFinite(intercept) ? measured({ slope, intercept }) : unmeasured("out-of-range");
}
