import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { mean } from "../series/compensated-sum.ts";
import { knownReturns } from "../series/known-returns.ts";
import { normalQuantile } from "../series/normal-distribution.ts";
import { quantile } from "../series/quantile.ts";
import { checkedCutoff, type TailKind } from "./cutoff.ts";
import { standardDeviation } from "./standard-deviation.ts";

/**
 * Value at risk: the return that the worst share of periods stays below.
 *
 * "historical" is the quantile of the returns (type 7, linear); "normal" the quantile of a normal distribution with their
 * mean and sample deviation, which takes great losses for rarer than they are.
 *
 * Units: fraction per period; `cutoff` is the share, 0.05 for the worst twentieth.
 * Shape: one return for each period, in any order. Missing returns (NaN) are left out.
 * Sign: a loss is negative.
 * Undefined: no returns, for "normal" fewer than two -> `too-few-observations`.
 *
 * @throws {PortfolioError} `argument-out-of-range`: the cutoff does not lie between 0 and 1 (for "normal"
 *   it may not be one of them), or the kind is neither
 * @see docs/methods/tails.md
 * @example
 * valueAtRisk([-0.04, 0.01, 0.02, -0.01, 0.03], 0.25, "historical"); // => { value: -0.01 }
 */
export function valueAtRisk(returns: ArrayLike<number>, cutoff: number, kind: TailKind): Measured {
  const share = checkedCutoff(cutoff, kind);
  const known = knownReturns(returns).sort();
  if (known.length < leastFor(kind)) return unmeasured("too-few-observations");
  if (kind === "historical") return measuredIfFinite(quantile(known, share));
  return measuredIfFinite(mean(known) + normalQuantile(share) * standardDeviation(known));
}

/** How many returns an estimate of a tail needs. */
export function leastFor(kind: TailKind): number {
  return kind === "historical" ? 1 : 2;
}
