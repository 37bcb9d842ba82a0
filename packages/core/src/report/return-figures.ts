import { type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { bestPeriod, worstPeriod } from "../returns/best-period.ts";
import { modifiedDietzReturn } from "../returns/modified-dietz.ts";
import { moneyWeightedReturn } from "../returns/money-weighted-return.ts";
import { type PeriodReturn, periodReturns } from "../returns/period-returns.ts";
import type { RateResult } from "../returns/rate-result.ts";
import type { ValuedPeriod } from "../returns/valued-period.ts";
import { datesAfter } from "./dates-after.ts";
import type { MeasuredRange } from "../snapshot/measured-range.ts";

/** Returns of a range beyond those of its snapshot. Fractions, not annualized unless a name says so. */
export interface ReturnFigures {
  readonly monthly: readonly PeriodReturn[];
  readonly quarterly: readonly PeriodReturn[];
  readonly yearly: readonly PeriodReturn[];
  /** Undefined without a month whose return is known. */
  readonly bestMonth: PeriodReturn | undefined;
  readonly worstMonth: PeriodReturn | undefined;
  readonly modifiedDietzReturn: Measured;
  /** All annual rates at which the flows balance, and whether there is just one. */
  readonly moneyWeightedRates: RateResult;
}

/** The returns of a range by piece of the calendar, and those that look at its flows. */
export function returnFigures({ series, flows, returns }: MeasuredRange, from: PlainDate): ReturnFigures {
  const dates = datesAfter(from, returns.length);
  const monthly = periodReturns(returns, dates, "monthly");
  const period = valuedPeriod({ series, flows }, from);
  return {
    monthly,
    quarterly: periodReturns(returns, dates, "quarterly"),
    yearly: periodReturns(returns, dates, "yearly"),
    bestMonth: bestPeriod(monthly),
    worstMonth: worstPeriod(monthly),
    modifiedDietzReturn: period.value === undefined ? period : modifiedDietzReturn(period.value),
    moneyWeightedRates:
      period.value === undefined ? { rate: period, roots: [], isUnique: false } : moneyWeightedReturn(period.value),
  };
}

/** The range as values at both ends and flows between; undefined when one of them is not known. */
export function valuedPeriod(
  { series, flows }: Pick<MeasuredRange, "series" | "flows">,
  from: PlainDate,
): Measured<ValuedPeriod> {
  const start = toEpochDay(from);
  const [startValue, endValue] = [series.values[0], series.values.at(-1)];
  const known = flows.map(({ day, amount }) => ({ day, amount: amount?.toNumber() ?? Number.NaN }));
  if (startValue === undefined || endValue === undefined) return unmeasured("too-few-observations");
  if ([startValue, endValue, ...known.map(({ amount }) => amount)].some(Number.isNaN))
    return unmeasured("missing-price");
  return measured({ startValue, endValue, flows: known, from: start, to: start + series.values.length - 1 });
}
