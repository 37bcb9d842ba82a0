import type { Measured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { compensatedSum } from "../series/compensated-sum.ts";
import { gapInReturns } from "../series/gap-in-returns.ts";
import { drawdownSeries } from "./drawdown.ts";

/**
 * Ulcer index: the root mean square of the drawdowns after each return.
 *
 * It grows with depth and with length, where the maximum drawdown sees depth alone.
 *
 * Units: fraction, 0 without a fall.
 * Undefined: no returns -> `too-few-observations`; one of them is not known -> `missing-price`.
 *
 * @see docs/methods/drawdown.md
 */
export function ulcerIndex(returns: ArrayLike<number>): Measured {
  const squares = (): number => compensatedSum(drawdownSeries(returns).map((fall) => fall ** 2));
  return gapInReturns(returns) ?? measuredIfFinite(Math.sqrt(squares() / returns.length));
}
