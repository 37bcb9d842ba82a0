import { compensatedSum, mean } from "../series/compensated-sum.ts";
import type { PairedReturns } from "./paired-returns.ts";

/** Means, and sums of squared deviations and of their products, of two columns. */
export interface CoMoments {
  readonly mean: number;
  readonly benchmarkMean: number;
  readonly squares: number;
  readonly benchmarkSquares: number;
  readonly products: number;
}

/** In two passes with compensated sums; NaN without any pair, so callers check first. */
export function coMoments({ returns, benchmark }: PairedReturns): CoMoments {
  const [center, benchmarkCenter] = [mean(returns), mean(benchmark)];
  return {
    mean: center,
    benchmarkMean: benchmarkCenter,
    squares: compensatedSum(returns.map((value) => (value - center) ** 2)),
    benchmarkSquares: compensatedSum(benchmark.map((value) => (value - benchmarkCenter) ** 2)),
    products: compensatedSum(returns.map((value, i) => (value - center) * (benchmark[i]! - benchmarkCenter))),
  };
}
