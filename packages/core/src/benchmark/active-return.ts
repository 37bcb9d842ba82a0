import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { cumulativeReturns } from "../returns/link-returns.ts";
import { pairedReturns } from "./paired-returns.ts";

/**
 * Active return over the whole range: the linked return less that of the benchmark.
 *
 * Use {@link activeReturns} for that of each period.
 *
 * Units: fraction over the range, not annualized.
 * Shape: one return and one of the benchmark for each period. Missing ones (NaN) are left out with their partners.
 * Sign:  positive where the benchmark was beaten.
 * Undefined: no pair -> `too-few-observations`; beyond all doubles -> `out-of-range`.
 *
 * @throws {PortfolioError} `length-mismatch`: there are not as many returns as benchmark returns
 * @see docs/methods/benchmark.md
 */
export function activeReturn(returns: ArrayLike<number>, benchmark: ArrayLike<number>): Measured {
  const pairs = pairedReturns(returns, benchmark);
  const [ours, theirs] = [cumulativeReturns(pairs.returns).at(-1), cumulativeReturns(pairs.benchmark).at(-1)];
  if (ours === undefined || theirs === undefined) return unmeasured("too-few-observations");
  return measuredIfFinite(ours - theirs);
}
