import { type Measured, unmeasured } from "../outcome/measured.ts";

/**
 * Why returns cannot be linked to a path: there is none, or one of them is not known.
 *
 * A statistic may leave a missing return out. A path may not: the gain or loss of that period would be gone.
 */
export function gapInReturns(returns: ArrayLike<number>): Measured<never> | undefined {
  if (returns.length === 0) return unmeasured("too-few-observations");
  for (let i = 0; i < returns.length; i++) if (!Number.isFinite(returns[i])) return unmeasured("missing-price");
  return undefined;
}
