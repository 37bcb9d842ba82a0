import type { Measured } from "../outcome/measured.ts";
import { cumulativeReturn } from "../returns/cumulative-return.ts";
import { overMaxDrawdown } from "./calmar-ratio.ts";

/**
 * Recovery factor: cumulative return / the size of the maximum drawdown.
 *
 * Units: a plain number; returns are linked, not added up.
 * Undefined: as {@link cumulativeReturn}; never a fall -> `no-drawdown`.
 *
 * @see docs/methods/drawdown.md
 */
export function recoveryFactor(returns: ArrayLike<number>): Measured {
  return overMaxDrawdown(cumulativeReturn(returns), returns);
}
