import type { RiskFree } from "../risk/risk-free.ts";
import { excessReturns } from "../series/excess-returns.ts";
import { requireSameLength } from "../series/require-same-length.ts";

/** The risk-free return of each period, a number or one for each; an annual rate has to be restated first. */
export type RiskFreePerPeriod = Pick<Extract<RiskFree, { readonly riskFreeRate?: never }>, "riskFreePerPeriod">;

/** Returns and those of a benchmark, period by period, both known. */
export interface PairedReturns {
  readonly returns: Float64Array;
  readonly benchmark: Float64Array;
}

/**
 * The periods of which both returns are known; a missing one (NaN) is left out with its partner.
 *
 * @throws {PortfolioError} `length-mismatch`: there are not as many returns as benchmark returns
 */
export function pairedReturns(
  returns: ArrayLike<number>,
  benchmark: ArrayLike<number>,
  counts: (benchmark: number) => boolean = () => true,
): PairedReturns {
  return excessPairs({ returns, benchmark, riskFree: 0, counts });
}

/** Both returns of each period with what was free of risk taken off. */
export interface ExcessQuestion {
  readonly returns: ArrayLike<number>;
  readonly benchmark: ArrayLike<number>;
  readonly riskFree: number | ArrayLike<number>;
  /** Whether a period counts, by the return of the benchmark as it is. */
  readonly counts: (benchmark: number) => boolean;
}

/**
 * Excess returns of the periods that count and are known; `riskFree` of a period that is missing leaves it out, too.
 *
 * @throws {PortfolioError} `length-mismatch`: there are not as many returns as benchmark returns
 */
export function excessPairs({ returns, benchmark, riskFree, counts }: ExcessQuestion): PairedReturns {
  requireSameLength("Returns and benchmark", returns, benchmark);
  const excess = excessReturns(returns, riskFree);
  const market = excessReturns(benchmark, riskFree);
  let count = 0;
  for (let i = 0; i < excess.length; i++) {
    if (!Number.isFinite(excess[i]! - market[i]!) || !counts(benchmark[i]!)) continue;
    excess[count] = excess[i]!;
    market[count++] = market[i]!;
  }
  return { returns: excess.subarray(0, count), benchmark: market.subarray(0, count) };
}
