import { checkedLength } from "./checked-length.ts";

/**
 * Returns less what is asked of each period: a risk-free, a required or a threshold return.
 *
 * Units: fractions per period; the number or list is subtracted as it is.
 * Shape: a list has one item for each return. NaN where either is not known, so that both leave together.
 *
 * @throws {PortfolioError} `length-mismatch`: the list has more or fewer items than there are returns
 * @see docs/methods/measures.md
 */
export function excessReturns(returns: ArrayLike<number>, perPeriod: number | ArrayLike<number>): Float64Array {
  const excess = new Float64Array(returns);
  if (typeof perPeriod === "number") {
    for (let i = 0; i < excess.length; i++) excess[i]! -= perPeriod;
    return excess;
  }
  const list = checkedLength(perPeriod, returns.length);
  for (let i = 0; i < excess.length; i++) excess[i]! -= list[i]!;
  return excess;
}
