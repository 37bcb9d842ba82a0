import { type EpochDay, toEpochDay } from "../calendar/plain-date.ts";
import { rollingReturn } from "../returns/rolling-return.ts";
import { rollingSharpeRatio } from "../risk/rolling-sharpe-ratio.ts";
import { rollingVolatility } from "../risk/rolling-volatility.ts";
import type { MeasuredRange } from "../snapshot/measured-range.ts";
import type { ReportQuestion } from "./report-question.ts";

/** Measures of windows of trading days, as columns: item i is of the window that ends on `days[i]`; NaN where undefined. */
export interface RollingFigures {
  readonly window: number;
  readonly days: Int32Array;
  readonly returns: Float64Array;
  readonly volatility: Float64Array;
  readonly sharpeRatio: Float64Array;
}

/** How return, volatility and Sharpe ratio changed over a range; columns without items where it is shorter than a window. */
export function rollingFigures(
  { tradingReturns, tradingDates, periodsPerYear }: MeasuredRange,
  { rollingWindow: window, riskFreeRate }: ReportQuestion,
): RollingFigures {
  const days = Int32Array.from(tradingDates.slice(window - 1), toEpochDay) satisfies ArrayLike<EpochDay>;
  const returns = rollingReturn(tradingReturns, window);
  const perYear = periodsPerYear.value;
  if (perYear === undefined) {
    const unknown = new Float64Array(days.length).fill(Number.NaN);
    return { window, days, returns, volatility: unknown, sharpeRatio: unknown.slice() };
  }
  return {
    window,
    days,
    returns,
    volatility: rollingVolatility(tradingReturns, window, perYear),
    sharpeRatio: rollingSharpeRatio(tradingReturns, window, { riskFreeRate }, perYear),
  };
}
