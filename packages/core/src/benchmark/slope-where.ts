import { type Measured, measured } from "../outcome/measured.ts";
import { marketLine } from "./market-line.ts";
import { excessPairs, type RiskFreePerPeriod } from "./paired-returns.ts";

/** The slope of the market line over the periods that count; undefined as {@link marketLine}. */
export function slopeWhere(
  returns: ArrayLike<number>,
  benchmark: ArrayLike<number>,
  riskFree: RiskFreePerPeriod,
  counts: (benchmark: number) => boolean,
): Measured {
  const line = marketLine(excessPairs({ returns, benchmark, riskFree: riskFree.riskFreePerPeriod, counts }));
  return line.value === undefined ? line : measured(line.value.slope);
}
