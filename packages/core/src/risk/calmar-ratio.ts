import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { annualizedReturn } from "../returns/annualize.ts";
import { maxDrawdown } from "./drawdown.ts";

/**
 * Calmar ratio: annualized return / the size of the maximum drawdown.
 *
 * Units: a plain number; the return is the linked one, restated per year.
 * Undefined: as {@link annualizedReturn}; never a fall -> `no-drawdown`.
 *
 * @throws {PortfolioError} `argument-out-of-range`: `periodsPerYear` is not above 0
 * @see docs/methods/drawdown.md
 */
export function calmarRatio(returns: ArrayLike<number>, periodsPerYear: number): Measured {
  return overMaxDrawdown(annualizedReturn(returns, periodsPerYear), returns);
}

/** A return over the size of the deepest fall. */
export function overMaxDrawdown(gain: Measured, returns: ArrayLike<number>): Measured {
  const deepest = maxDrawdown(returns);
  if (gain.value === undefined) return gain;
  if (deepest.value === undefined) return deepest;
  return deepest.value === 0 ? unmeasured("no-drawdown") : measuredIfFinite(gain.value / Math.abs(deepest.value));
}
