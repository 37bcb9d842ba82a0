import { checkedArgument } from "../outcome/checked-argument.ts";
import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { mean } from "../series/compensated-sum.ts";
import { knownReturns } from "../series/known-returns.ts";
import { normalProbability } from "../series/normal-distribution.ts";
import { noVariation, standardDeviation } from "./standard-deviation.ts";
import { standardizedMoments } from "./standardized-moments.ts";

/** A Sharpe ratio per period, and what tells how sure it is: kurtosis is 3 for a normal distribution. */
export interface SharpeEstimate {
  readonly sharpeRatio: number;
  readonly count: number;
  readonly skewness: number;
  readonly kurtosis: number;
}

/**
 * Probabilistic Sharpe ratio: the probability that the true Sharpe ratio lies above a given one.
 *
 * The error of an estimate grows with negative skewness and fat tails and falls with the number of returns (Bailey and
 * Lopez de Prado, 2012).
 *
 * Units: probability from 0 to 1. `otherSharpeRatio` is per period, not per year: divide an annual one by the square
 * root of the periods in a year.
 * Shape: one excess return for each period ({@link excessReturns}). Missing returns (NaN) are left out.
 * Undefined: fewer than two returns -> `too-few-observations`; a deviation below 1e-15, or an error of 0 ->
 * `no-variation`.
 *
 * @throws {PortfolioError} `argument-out-of-range`: `otherSharpeRatio` is no number
 * @see docs/methods/tails.md
 */
export function probabilisticSharpeRatio(excess: ArrayLike<number>, otherSharpeRatio: number): Measured {
  const known = knownReturns(excess);
  const moments = standardizedMoments(known, 2);
  if (moments.value === undefined) return moments;
  const { count, third, fourth } = moments.value;
  const ratio = mean(known) / standardDeviation(known);
  return probabilityAbove(otherSharpeRatio, { sharpeRatio: ratio, count, skewness: third, kurtosis: fourth });
}

/**
 * The probability that the true Sharpe ratio behind an estimate lies above another one; both per period.
 *
 * Undefined: fewer than two returns -> `too-few-observations`; an error of 0 -> `no-variation`.
 *
 * @throws {PortfolioError} `argument-out-of-range`: `otherSharpeRatio` is no number
 * @see docs/methods/tails.md
 */
export function probabilityAbove(otherSharpeRatio: number, estimate: SharpeEstimate): Measured {
  const other = checkedArgument(
    "otherSharpeRatio",
    otherSharpeRatio,
    Number.isFinite(otherSharpeRatio),
    "Give a Sharpe ratio per period, such as 0.",
  );
  const { sharpeRatio: ratio, count, skewness, kurtosis } = estimate;
  if (count < 2) return unmeasured("too-few-observations");
  const variance = 1 - skewness * ratio + ((kurtosis - 1) / 4) * ratio ** 2;
  if (!(variance > noVariation)) return unmeasured("no-variation");
  return measured(normalProbability(((ratio - other) * Math.sqrt(count - 1)) / Math.sqrt(variance)));
}
