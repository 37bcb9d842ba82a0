import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { compensatedSum, mean } from "../series/compensated-sum.ts";
import { knownReturns } from "../series/known-returns.ts";
import { noVariation } from "./standard-deviation.ts";

/** Whether a moment describes the returns themselves (population) or estimates that of what they were drawn from. */
export type MomentEstimator = "population" | "sample";

/** How many returns are known, and their third and fourth standardized moments (skewness; kurtosis, 3 for a normal one). */
export interface StandardizedMoments {
  readonly count: number;
  readonly third: number;
  readonly fourth: number;
}

/**
 * Population moments of the known returns over powers of their population deviation.
 *
 * Undefined: fewer returns than `least` -> `too-few-observations`; a deviation below 1e-15 -> `no-variation`; one beyond
 * the range of a double -> `out-of-range`.
 */
export function standardizedMoments(returns: ArrayLike<number>, least: number): Measured<StandardizedMoments> {
  const known = knownReturns(returns);
  if (known.length < least) return unmeasured("too-few-observations");
  const center = mean(known);
  const average = (power: number, unit: number): number =>
    compensatedSum(known.map((value) => ((value - center) / unit) ** power)) / known.length;
  const deviation = Math.sqrt(average(2, 1));
  if (deviation < noVariation) return unmeasured("no-variation");
  if (!Number.isFinite(deviation)) return unmeasured("out-of-range");
  return measured({ count: known.length, third: average(3, deviation), fourth: average(4, deviation) });
}
