import type { LineSeries } from "../series/line-series.ts";
import type { ValueSeries } from "../series/value-series.ts";
import { capitalAtWork } from "./linking-factors.ts";

/** The share of a segment in the capital of its scope at the start of each day after the first, and what it added on that day. */
export interface SegmentReturns {
  readonly weights: Float64Array;
  readonly contributions: Float64Array;
}

/**
 * Lines of a scope put together by segment, day by day: the portfolio's side of an `attribution`.
 *
 * Purchases count at the start of their day, so cash is less by them; the cash of a scope has the weight that the
 * others leave. Weights add up to 1 and contributions to the return of the day; both are 0 on a day without capital.
 *
 * Units: fractions. Shape: `lines` of the same scope and days as `scope`; `segmentOf` is asked once for each line, with
 * undefined for the cash. Unknown days are NaN. Cost: O(lines x days).
 *
 * @see docs/methods/attribution.md
 */
export function segmentReturns(
  scope: ValueSeries,
  lines: Iterable<LineSeries>,
  segmentOf: (instrument: string | undefined) => string,
): Map<string, SegmentReturns> {
  const capital = capitalAtWork(scope);
  const segments = new Map<string, SegmentReturns>();
  const invested = new Float64Array(capital.length);
  let cash: SegmentReturns | undefined;
  for (const { instrument, atWork, gains } of lines) {
    const segment = segmentIn(segments, segmentOf(instrument), capital.length);
    addShares(segment.contributions, gains, capital);
    if (instrument === undefined) cash = segment;
    else {
      addShares(segment.weights, atWork, capital);
      addShares(invested, atWork, capital);
    }
  }
  const rest = cash;
  if (rest !== undefined) capital.forEach((value, d) => (rest.weights[d]! += value === 0 ? 0 : 1 - invested[d]!));
  return segments;
}

function segmentIn(segments: Map<string, SegmentReturns>, name: string, length: number): SegmentReturns {
  const known = segments.get(name);
  if (known !== undefined) return known;
  const made = { weights: new Float64Array(length), contributions: new Float64Array(length) };
  segments.set(name, made);
  return made;
}

function addShares(sums: Float64Array, amounts: Float64Array, capital: Float64Array): void {
  for (let d = 0; d < sums.length; d++) if (capital[d] !== 0) sums[d] = sums[d]! + amounts[d]! / capital[d]!;
}
