import { type Measured, measured } from "../outcome/measured.ts";
import { type MomentEstimator, standardizedMoments } from "./standardized-moments.ts";

/**
 * Skewness: the third standardized moment of returns, 0 for symmetric ones.
 *
 * "population" is the moment itself; "sample" corrects its bias, as spreadsheets do.
 *
 * Units: a plain number. Shape: one return for each period, in any order; missing ones (NaN) are left out.
 * Sign: negative when great losses are farther out than great gains.
 * Undefined: fewer than two returns, for "sample" three -> `too-few-observations`; a deviation below 1e-15 ->
 * `no-variation`.
 *
 * @see docs/methods/tails.md
 */
export function skewness(returns: ArrayLike<number>, estimator: MomentEstimator): Measured {
  const moments = standardizedMoments(returns, estimator === "sample" ? 3 : 2);
  if (moments.value === undefined) return moments;
  const { count, third } = moments.value;
  return measured(estimator === "sample" ? (third * Math.sqrt(count * (count - 1))) / (count - 2) : third);
}
