import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { knownReturns } from "../series/known-returns.ts";
import { checkedPeriodsPerYear } from "../series/periods-per-year.ts";
import { standardDeviation } from "./standard-deviation.ts";

/** Whether returns are measured as they are, or as ln(1 + r). */
export type ReturnKind = "simple" | "log";

/**
 * Volatility: the sample standard deviation of returns x the square root of the periods in a year.
 *
 * Units: fraction per year.
 * Shape: one simple return for each period, as a fraction; "log" takes ln(1 + r) of each before. Missing returns (NaN)
 * are left out.
 * Undefined: fewer than two returns -> `too-few-observations`; "log" with a return of -1 or less -> `no-capital`. Flat
 * returns have volatility 0.
 *
 * @throws {PortfolioError} `argument-out-of-range`: `periodsPerYear` is not above 0
 * @see docs/methods/measures.md
 */
export function volatility(
  returns: ArrayLike<number>,
  periodsPerYear: number,
  returnKind: ReturnKind = "simple",
): Measured {
  const yearly = checkedPeriodsPerYear(periodsPerYear);
  const known = knownReturns(returns);
  if (known.length < 2) return unmeasured("too-few-observations");
  if (returnKind === "log" && known.some((value) => value <= -1)) return unmeasured("no-capital");
  const measuredReturns = returnKind === "log" ? known.map(Math.log1p) : known;
  return measuredIfFinite(standardDeviation(measuredReturns) * Math.sqrt(yearly));
}
