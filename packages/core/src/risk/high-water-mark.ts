import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { knownReturns } from "../series/known-returns.ts";

/**
 * High-water mark: the highest of prices, or of an index.
 *
 * Units: those of the prices, exactly one of them.
 * Shape: prices in the order of time; missing ones (NaN) are left out.
 * Undefined: no prices -> `too-few-observations`.
 *
 * @see docs/methods/drawdown.md
 */
export function highWaterMark(prices: ArrayLike<number>): Measured {
  const known = knownReturns(prices);
  if (known.length === 0) return unmeasured("too-few-observations");
  return measured(known.reduce((highest, price) => Math.max(highest, price)));
}

/**
 * The last price against the high-water mark: last / highest - 1, a negative fraction or 0.
 *
 * Of returns: {@link currentDrawdown}. Values with deposits in them are no prices.
 *
 * Undefined: no prices -> `too-few-observations`; the highest is not above 0 -> `no-capital`;
 * beyond all doubles -> `out-of-range`.
 *
 * @see docs/methods/drawdown.md
 */
export function currentDrawdownOfPrices(prices: ArrayLike<number>): Measured {
  const highest = highWaterMark(prices);
  if (highest.value === undefined) return highest;
  if (highest.value <= 0) return unmeasured("no-capital");
  const last = knownReturns(prices).at(-1)!;
  return measuredIfFinite((last - highest.value) / highest.value);
}
