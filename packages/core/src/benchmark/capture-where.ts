import type { Measured } from "../outcome/measured.ts";
import { annualizedReturn } from "../returns/annualize.ts";
import { pairedReturns } from "./paired-returns.ts";
import { quotient } from "./quotient.ts";

/** The annualized return over the benchmark's, both of the periods that count alone. */
export function captureWhere(
  returns: ArrayLike<number>,
  benchmark: ArrayLike<number>,
  periodsPerYear: number,
  counts: (benchmark: number) => boolean,
): Measured {
  const pairs = pairedReturns(returns, benchmark, counts);
  return quotient(annualizedReturn(pairs.returns, periodsPerYear), annualizedReturn(pairs.benchmark, periodsPerYear));
}
