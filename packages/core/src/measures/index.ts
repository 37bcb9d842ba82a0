// The entry point "@portfolio/core/measures": returns, risk and gains from values and flows. One function each, no state.
export { annualizeByDays, annualizedReturn } from "../returns/annualize.ts";
export { dailyReturns } from "../returns/daily-returns.ts";
export type { DatedFlow } from "../returns/dated-flow.ts";
export { cumulativeReturns } from "../returns/link-returns.ts";
export { linkToTradingDays } from "../returns/link-to-trading-days.ts";
export type { ModifiedDietzInput } from "../returns/modified-dietz.ts";
export { modifiedDietzReturn } from "../returns/modified-dietz.ts";
export type { DayCount, RateResult } from "../returns/money-weighted-return.ts";
export { moneyWeightedReturn, rateOverPeriod } from "../returns/money-weighted-return.ts";
export { timeWeightedReturn } from "../returns/time-weighted-return.ts";
export type { DeepestDrawdown } from "../risk/drawdown.ts";
export { currentDrawdown, deepestDrawdown, drawdownSeries, maxDrawdown } from "../risk/drawdown.ts";
export type { ObservedDays } from "../risk/observed-periods-per-year.ts";
export { observedPeriodsPerYear } from "../risk/observed-periods-per-year.ts";
export type { RiskFree } from "../risk/sharpe-ratio.ts";
export { sharpeRatio } from "../risk/sharpe-ratio.ts";
export { volatility } from "../risk/volatility.ts";
export type { ValueSeries } from "../series/value-series.ts";
export { valueSeries } from "../series/value-series.ts";
export type { CashGainQuery } from "../valuation/currency-gain-on-cash.ts";
export { currencyGainOnCash } from "../valuation/currency-gain-on-cash.ts";
export type { GainParts, GainPartsQuery } from "../valuation/gain-parts.ts";
export { gainParts } from "../valuation/gain-parts.ts";
export type { DailyAmounts } from "../valuation/daily-amounts.ts";
export { dailyAmountOn } from "../valuation/daily-amounts.ts";
export type { DailySeries, DailySeriesQuery } from "../valuation/daily-series.ts";
export { dailySeries } from "../valuation/daily-series.ts";
export { instrumentFlows } from "../cash-flows/instrument-flows.ts";
export type { ScopeFlowsQuery } from "../cash-flows/scope-flows.ts";
export { scopeFlows } from "../cash-flows/scope-flows.ts";
export { tradingDays } from "../valuation/trading-days.ts";
export type { DateRange, Period, PeriodAnchor } from "../calendar/period.ts";
export { periodRange, periods } from "../calendar/period.ts";
export type {
  Attribution,
  AttributionEffects,
  AttributionSegment,
  SegmentAttribution,
} from "../benchmark/attribution.ts";
export { attribution } from "../benchmark/attribution.ts";
export type { Contribution, Contributions } from "../returns/contribution.ts";
export { contributions } from "../returns/contribution.ts";
export type { SegmentReturns } from "../returns/segment-returns.ts";
export { segmentReturns } from "../returns/segment-returns.ts";
export type { LineSeries, LineSeriesQuery } from "../series/line-series.ts";
export { lineSeries } from "../series/line-series.ts";
export { calendarRange } from "../calendar/calendar-range.ts";
export { steppedPeriod, steppedRange } from "../calendar/stepped-range.ts";
