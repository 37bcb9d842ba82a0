import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { mean } from "../series/compensated-sum.ts";
import { knownReturns } from "../series/known-returns.ts";
import { normalDensity, normalQuantile } from "../series/normal-distribution.ts";
import { checkedCutoff, type TailKind } from "./cutoff.ts";
import { standardDeviation } from "./standard-deviation.ts";
import { leastFor } from "./value-at-risk.ts";

/**
 * Expected shortfall: the mean return of the worst share of periods, also called conditional value at risk.
 *
 * "historical" is the mean of the lowest floor((n - 1) x cutoff) + 1 returns; "normal" that of the tail of a normal
 * distribution with their mean and sample deviation.
 *
 * Units: fraction per period; `cutoff` is the share, 0.05 for the worst twentieth.
 * Shape: one return for each period, in any order. Missing returns (NaN) are left out.
 * Sign: a loss is negative; never above {@link valueAtRisk} of the same kind.
 * Undefined: no returns, for "normal" fewer than two -> `too-few-observations`.
 *
 * @throws {PortfolioError} `argument-out-of-range`: the cutoff does not lie between 0 and 1 (for "normal"
 *   it may not be one of them), or the kind is neither
 * @see docs/methods/tails.md
 */
export function expectedShortfall(returns: ArrayLike<number>, cutoff: number, kind: TailKind): Measured {
  const share = checkedCutoff(cutoff, kind);
  const known = knownReturns(returns).sort();
  if (known.length < leastFor(kind)) return unmeasured("too-few-observations");
  if (kind === "historical") return measuredIfFinite(mean(known.subarray(0, worstCount(known.length, share))));
  return measuredIfFinite(mean(known) - (normalDensity(normalQuantile(share)) / share) * standardDeviation(known));
}

/** floor((n - 1) x cutoff) + 1; 100 x 0.29 is 29, although its double lies a rounding below. */
function worstCount(count: number, share: number): number {
  return Math.floor((count - 1) * share * (1 + 2 * Number.EPSILON)) + 1;
}
