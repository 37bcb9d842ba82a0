import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { standardDeviation } from "./standard-deviation.ts";

/**
 * Volatility: the sample standard deviation of returns x the square root of the periods in a year.
 *
 * Units: fraction per year.
 * Shape: one return for each period, as a fraction. Missing returns (NaN) are left out.
 * Undefined: fewer than two returns -> `too-few-observations`. Flat returns have volatility 0.
 *
 * @see docs/methods/measures.md
 */
export function volatility(returns: Float64Array, periodsPerYear: number): Measured {
  const known = returns.filter((value) => !Number.isNaN(value));
  if (known.length < 2) return unmeasured("too-few-observations");
  return measured(standardDeviation(known) * Math.sqrt(periodsPerYear));
}
