import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { compensatedSum, mean } from "../series/compensated-sum.ts";
import { gapInReturns } from "../series/gap-in-returns.ts";
import { noVariation } from "./standard-deviation.ts";

/**
 * Stability: how well a straight line describes the logarithm of wealth, as the square of the correlation with time.
 *
 * Units: fraction from 0 to 1; 1 is growth at one rate, up or down.
 * Shape: one return for each period, in the order of time.
 * Undefined: fewer than two returns -> `too-few-observations`; one of them is not known -> `missing-price`; one of -1 or
 * less -> `no-capital`; wealth that does not move -> `no-variation`.
 *
 * @see docs/methods/return-series.md
 */
export function stability(returns: ArrayLike<number>): Measured {
  const gap = gapInReturns(returns);
  if (gap !== undefined) return gap;
  if (returns.length < 2) return unmeasured("too-few-observations");
  const path = logWealth(returns);
  return Number.isNaN(path.at(-1)) ? unmeasured("no-capital") : squaredCorrelationWithTime(path);
}

/** ln of wealth after each return; NaN once everything was lost. */
function logWealth(returns: ArrayLike<number>): Float64Array {
  let sum = 0;
  return Float64Array.from(returns, (value) => (sum += value > -1 ? Math.log1p(value) : Number.NaN));
}

function squaredCorrelationWithTime(path: Float64Array): Measured {
  const center = mean(path);
  const middle = (path.length - 1) / 2;
  const squares = compensatedSum(path.map((value) => (value - center) ** 2));
  if (Math.sqrt(squares / path.length) < noVariation) return unmeasured("no-variation");
  const products = compensatedSum(path.map((value, i) => (value - center) * (i - middle)));
  const timeSquares = (path.length * (path.length ** 2 - 1)) / 12;
  return measuredIfFinite(Math.min(products ** 2 / (squares * timeSquares), 1));
}
