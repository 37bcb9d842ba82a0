import { type Measured, measured } from "../outcome/measured.ts";
import { riskFreeOfPeriod } from "../risk/sharpe-ratio.ts";
import { marketLine } from "./market-line.ts";
import { excessPairs, type RiskFreePerPeriod } from "./paired-returns.ts";

/** The slope of the market line over the periods that count; undefined as {@link marketLine}. */
export function slopeWhere(
  returns: ArrayLike<number>,
  benchmark: ArrayLike<number>,
  riskFree: RiskFreePerPeriod,
  counts: (benchmark: number) => boolean,
): Measured {
  // The number of periods in a year restates an annual rate alone, and there is none.
  const perPeriod = riskFreeOfPeriod(riskFree, 1);
  const line = marketLine(excessPairs({ returns, benchmark, riskFree: perPeriod, counts }));
  return line.value === undefined ? line : measured(line.value.slope);
}
