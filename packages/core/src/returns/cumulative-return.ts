import type { Measured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { gapInReturns } from "../series/gap-in-returns.ts";
import { linkedGrowthOf } from "../series/linked-growth.ts";

/**
 * Cumulative return: the returns of all periods linked, the product of (1 + r) less 1.
 *
 * Units: fraction over all periods together, not restated per year.
 * Undefined: no returns -> `too-few-observations`; one of them is not known -> `missing-price`.
 *
 * @see docs/methods/return-series.md
 * @example
 * cumulativeReturn([0.5, -0.25]); // => { value: 0.125 }
 */
export function cumulativeReturn(returns: ArrayLike<number>): Measured {
  return gapInReturns(returns) ?? measuredIfFinite(linkedGrowthOf(returns));
}
