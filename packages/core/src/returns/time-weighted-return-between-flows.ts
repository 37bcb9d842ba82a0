import { sumError } from "../numbers/double-double.ts";
import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { linkedGrowth, type PairColumn } from "./link-exactly.ts";
import { requireDays } from "./require-days.ts";
import { restingAt1 } from "./resting-at-1.ts";

/** A flow, positive into the portfolio, and what the portfolio was worth just before it. */
export interface ValuedFlow {
  /** Epoch day. */
  readonly day: number;
  readonly amount: number;
  readonly valueBefore: number;
}

/** A period that was valued at both ends and just before each flow. */
export interface PeriodValuedAtFlows {
  readonly startValue: number;
  readonly endValue: number;
  readonly flows: readonly ValuedFlow[];
}

/**
 * Time-weighted return from the few valuations it needs: the growth from each flow to the next, linked.
 *
 * Use it where the portfolio was valued when money moved; use {@link timeWeightedReturn} where it is valued daily, and
 * {@link modifiedDietzReturn} where it was valued at the ends alone.
 *
 * Units: fraction over the period (0.05 is 5 %), not annualized; correct to the last digit of a double.
 * Shape: flows in any order; those of one day follow one another as given, each with its own value before it.
 * Sign:  a flow into the portfolio is positive.
 * Undefined: what was left after a flow is negative -> `no-capital`; a value is not known (NaN) -> `missing-price`.
 * A part in which nothing was at work returns 0.
 *
 * @throws {PortfolioError} `invalid-date`: the day of a flow is no number
 * @see docs/methods/time-weighted-return.md
 * @example
 * // 112 / 100 and 125 / (112 + 30) and 100 / (125 - 42).
 * const flows = [
 *   { day: toEpochDay("2020-04-01"), amount: 30_000, valueBefore: 112_000 },
 *   { day: toEpochDay("2020-08-01"), amount: -42_000, valueBefore: 125_000 },
 * ];
 * timeWeightedReturnBetweenFlows({ startValue: 100_000, endValue: 100_000, flows }).value?.toFixed(6); // => "0.187850"
 */
export function timeWeightedReturnBetweenFlows({ startValue, endValue, flows }: PeriodValuedAtFlows): Measured {
  requireDays(flows);
  const ordered = [...flows].sort((a, b) => a.day - b.day);
  const ends = pairsOf([...ordered.map(({ valueBefore }) => [valueBefore, 0] as const), [endValue, 0]]);
  const starts = pairsOf([
    [startValue, 0],
    ...ordered.map(({ valueBefore, amount }) => [valueBefore, amount] as const),
  ]);
  if (starts.value.some((atWork) => atWork < 0)) return unmeasured("no-capital");
  const growth = linkedGrowth(restingAt1(ends, starts), restingAt1(starts, starts));
  return Number.isFinite(growth) ? measured(growth) : unmeasured("missing-price");
}

function pairsOf(sums: readonly (readonly [number, number])[]): PairColumn {
  const value = Float64Array.from(sums, ([a, b]) => a + b);
  return { value, rest: value.map((sum, i) => sumError(sums[i]![0], sums[i]![1], sum)) };
}
