import { productError, sumError } from "../numbers/double-double.ts";

/**
 * The product of (1 + r), less 1, as if rounded once: small returns keep all their digits beside the 1.
 *
 * The running product is a pair of doubles with about 32 digits. NaN when a return is; not finite when the product
 * leaves the range of a double.
 */
export function linkedGrowthOf(returns: ArrayLike<number>): number {
  let high = 1;
  let low = 0;
  for (let i = 0; i < returns.length; i++) {
    const factor = 1 + returns[i]!;
    const next = high * factor;
    const rest = sumError(1, returns[i]!, factor);
    const error = productError(high, factor, next) + (high * rest + low * factor);
    high = next + error;
    low = error - (high - next);
  }
  const growth = high - 1;
  return growth + (sumError(high, -1, growth) + low);
}
