import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { standardDeviation } from "../risk/standard-deviation.ts";
import { mean } from "../series/compensated-sum.ts";
import { knownReturns } from "../series/known-returns.ts";
import { checkedPeriodsPerYear } from "../series/periods-per-year.ts";
import { reproducibleExponential } from "./reproducible-exponential.ts";
import { reproducibleLogarithm } from "./reproducible-logarithm.ts";
import { leastReturns, type NormalModel } from "./return-model.ts";

/**
 * The normal model of a series of returns: mean and sample deviation of ln(1 + r), restated per year.
 *
 * Units: fractions a year.
 * Shape: one simple return for each period. Missing returns (NaN) are left out.
 * Undefined: fewer than 12 returns -> `too-few-observations`; a return of -1 or less -> `no-capital`; a rate leaves the
 * range of a double -> `out-of-range`.
 *
 * @throws {PortfolioError} `argument-out-of-range`: `periodsPerYear` is not above 0
 * @see docs/methods/monte-carlo.md
 */
export function estimatedModel(returns: ArrayLike<number>, periodsPerYear: number): Measured<NormalModel> {
  const yearly = checkedPeriodsPerYear(periodsPerYear);
  const known = knownReturns(returns);
  if (known.length < leastReturns) return unmeasured("too-few-observations");
  if (known.some((value) => value <= -1)) return unmeasured("no-capital");
  const logs = known.map((value) => reproducibleLogarithm(1 + value));
  const annualReturn = reproducibleExponential(mean(logs) * yearly) - 1;
  const annualVolatility = standardDeviation(logs) * Math.sqrt(yearly);
  if (!Number.isFinite(annualReturn) || !Number.isFinite(annualVolatility)) return unmeasured("out-of-range");
  return measured({ kind: "normal", annualReturn, annualVolatility });
}
