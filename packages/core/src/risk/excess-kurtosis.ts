import { type Measured, measured } from "../outcome/measured.ts";
import { type MomentEstimator, standardizedMoments } from "./standardized-moments.ts";

/**
 * Excess kurtosis: the fourth standardized moment of returns less 3, 0 for a normal distribution.
 *
 * "population" is the moment itself; "sample" corrects its bias, as spreadsheets do.
 *
 * Units: a plain number. Shape: one return for each period, in any order; missing ones (NaN) are left out.
 * Sign: positive when extreme returns are more frequent than a normal distribution has them.
 * Undefined: fewer than two returns, for "sample" four -> `too-few-observations`; a deviation below 1e-15 ->
 * `no-variation`.
 *
 * @see docs/methods/tails.md
 */
export function excessKurtosis(returns: ArrayLike<number>, estimator: MomentEstimator): Measured {
  const moments = standardizedMoments(returns, estimator === "sample" ? 4 : 2);
  if (moments.value === undefined) return moments;
  const { count, fourth } = moments.value;
  const excess = fourth - 3;
  if (estimator === "population") return measured(excess);
  return measured((((count + 1) * excess + 6) * (count - 1)) / ((count - 2) * (count - 3)));
}
