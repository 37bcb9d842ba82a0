import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";
import type { DayCount } from "../returns/day-count.ts";
import { moneyWeightedReturn } from "../returns/money-weighted-return.ts";
import type { RateResult } from "../returns/rate-result.ts";
import type { ValuedPeriod } from "../returns/valued-period.ts";
import { compensatedSum } from "../series/compensated-sum.ts";
import { type DatedValues, lastValueOn } from "../series/dated-values.ts";
import { requireAscending } from "../series/require-ascending.ts";
import { requireSameLength } from "../series/require-same-length.ts";
import { quotient } from "./quotient.ts";

/** What the flows of a period would have come to in a benchmark, to be put beside what they came to. */
export interface PublicMarketEquivalent {
  /** What would be there at the end; negative where more was taken out than the benchmark would have brought. */
  readonly endValue: Measured;
  /** The money-weighted return of the same flows with that end. */
  readonly moneyWeightedReturn: RateResult;
  /**
   * What was taken out and is there at the end over what was put in, all of it grown to the end with the benchmark: above
   * 1 the benchmark was beaten. After Kaplan and Schoar.
   */
  readonly ratio: Measured;
}

/**
 * Public market equivalent: the opening value and the external flows of a scope, invested in a benchmark instead.
 *
 * An inflow buys at the close of the day before, so that it is at work on its day; an outflow sells at the close of its
 * day. This is how {@link timeWeightedReturn} counts, so a scope that returns what the benchmark returns every day has
 * its own end value as equivalent, whatever its flows.
 *
 * Units: values in the currency of the flows, which has to be that of the benchmark; the rate is a fraction per year.
 * Shape: flows in any order; closes by ascending day, of which the last one on or before a day counts.
 * Sign:  a flow into the portfolio is positive.
 * Undefined: the benchmark has no close above 0 on or before a day it is needed on -> `missing-price`; nothing was put in
 * -> the ratio is `zero-denominator`; the rate as {@link moneyWeightedReturn}; beyond all doubles -> `out-of-range`.
 *
 * @throws {PortfolioError} `date-out-of-range`: a flow lies outside the period; `unsorted-series`, `length-mismatch`: the
 * days of the closes do not ascend, or there are not as many
 * @see docs/methods/public-market-equivalent.md
 * @example
 * // 1000 grow by half with the index; 500 more buy at its close of 110 on the day before.
 * const index = { days: [0, 9, 10, 365], values: [100, 110, 112, 150] };
 * const period = { startValue: 1000, endValue: 2000, flows: [{ day: 10, amount: 500 }], from: 0, to: 365 };
 * const { endValue, ratio } = publicMarketEquivalent(period, index);
 * endValue.value?.toFixed(2); // => "2181.82"
 * ratio.value?.toFixed(4); // => "0.9167"
 */
export function publicMarketEquivalent(
  period: ValuedPeriod,
  benchmark: DatedValues,
  dayCount: DayCount = "ACT/365F",
): PublicMarketEquivalent {
  requireSameLength("Days and closes", benchmark.days, benchmark.values);
  requireAscending(benchmark.days);
  const { putIn, takenOut } = grownFlows(period, benchmark);
  const endValue = known(putIn - takenOut);
  return {
    endValue,
    moneyWeightedReturn: moneyWeightedReturn({ ...period, endValue: endValue.value ?? Number.NaN }, dayCount),
    ratio: quotient(known(takenOut + period.endValue), known(putIn)),
  };
}

/** All that was put in and all that was taken out, grown with the benchmark to the end; NaN where a close is missing. */
function grownFlows(period: ValuedPeriod, benchmark: DatedValues): { putIn: number; takenOut: number } {
  const grown = (amount: number, day: number): number =>
    amount === 0 ? 0 : amount * (closeOn(benchmark, period.to) / closeOn(benchmark, day));
  const putIn = [grown(period.startValue, period.from)];
  const takenOut: number[] = [];
  for (const { day, amount } of period.flows) {
    requireInside(day, period);
    if (amount < 0) takenOut.push(grown(-amount, day));
    else putIn.push(grown(amount, Math.max(day - 1, period.from)));
  }
  return { putIn: compensatedSum(putIn), takenOut: compensatedSum(takenOut) };
}

function closeOn(benchmark: DatedValues, day: number): number {
  const close = lastValueOn(benchmark, day) ?? Number.NaN;
  return close > 0 ? close : Number.NaN;
}

function known(amount: number): Measured {
  if (Number.isNaN(amount)) return unmeasured("missing-price");
  return measuredIfFinite(amount);
}

function requireInside(day: number, { from, to }: ValuedPeriod): void {
  if (day >= from && day <= to) return;
  throw new PortfolioError(
    "date-out-of-range",
    `A flow on day ${day} lies outside the period from ${from} to ${to}. Leave it out, or ask about a longer period.`,
    { day, from, to },
  );
}
