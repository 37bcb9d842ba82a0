import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { pairedReturns } from "./paired-returns.ts";

/** Which periods a batting average counts: all, those in which the benchmark did not fall, those in which it fell. */
export type BattingPeriods = "all" | "rising" | "falling";

const counts: Readonly<Record<BattingPeriods, (benchmark: number) => boolean>> = {
  all: () => true,
  rising: (benchmark) => benchmark >= 0,
  falling: (benchmark) => benchmark < 0,
};

/**
 * Batting average: the share of periods in which the return was above the benchmark's; a tie is no hit.
 *
 * "rising" asks for the periods in which the benchmark returned 0 or more, "falling" for those below 0.
 *
 * Units: fraction from 0 to 1.
 * Shape: one return and one of the benchmark for each period. Missing ones (NaN) are left out with their partners.
 * Undefined: no such period -> `too-few-observations`.
 *
 * @throws {PortfolioError} `length-mismatch`: there are not as many returns as benchmark returns
 * @see docs/methods/benchmark.md
 * @example
 * battingAverage([0.02, 0.01, -0.03, 0.01], [0.01, 0.01, -0.02, -0.01], "all"); // => { value: 0.5 }
 */
export function battingAverage(
  returns: ArrayLike<number>,
  benchmark: ArrayLike<number>,
  periods: BattingPeriods,
): Measured {
  const pairs = pairedReturns(returns, benchmark, counts[periods]);
  if (pairs.returns.length === 0) return unmeasured("too-few-observations");
  const hits = pairs.returns.reduce((sum, value, i) => (value > pairs.benchmark[i]! ? sum + 1 : sum), 0);
  return measured(hits / pairs.returns.length);
}
