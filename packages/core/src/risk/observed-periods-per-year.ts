import { type Measured, measured, unmeasured } from "../outcome/measured.ts";

/** Fewer observations than this say nothing about a year. */
const fewestObservations = 12;
const daysPerYear = 365;

/** Daily returns with, for each calendar day, whether it is a trading day and whether anything was at work on it. */
export interface ObservedDays {
  readonly returns: ArrayLike<number>;
  readonly isTrading: ArrayLike<number>;
  readonly isAtWork: ArrayLike<number>;
}

/**
 * How many returns of trading days there are in a year of the range: the A by which volatility and Sharpe ratio of
 * exactly these returns are restated per year.
 *
 * Observations / years, where years are the calendar days behind the observations / 365. Days on which nothing was at
 * work, days behind an unknown return and days after the last trading day are not behind any observation.
 *
 * Undefined: fewer than 12 observations -> `too-few-observations`.
 *
 * @see docs/decisions/0010-counted-periods-per-year.md
 */
export function observedPeriodsPerYear({ returns, isTrading, isAtWork }: ObservedDays): Measured {
  let observations = 0;
  let days = 0;
  let stretch = 0;
  let isKnown = true;
  for (let d = 0; d < returns.length; d++) {
    if (isAtWork[d] === 1) stretch += 1;
    if (Number.isNaN(returns[d])) isKnown = false;
    if (isTrading[d] !== 1) continue;
    if (isKnown) {
      observations += 1;
      days += stretch;
    }
    stretch = 0;
    isKnown = true;
  }
  if (observations < fewestObservations || days === 0) return unmeasured("too-few-observations");
  return measured((observations * daysPerYear) / days);
}
