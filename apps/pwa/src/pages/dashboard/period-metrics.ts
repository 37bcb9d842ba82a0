import type { Measured, PerformanceSnapshot } from "@portfolio/core";
import { formatDate, formatMoney, formatPercent } from "@portfolio/ui-components";

/** What a metric card shows. */
export interface PeriodMetric {
  readonly label: string;
  readonly figure: string | undefined;
  readonly caption: string;
  readonly tone: "gain" | "loss" | "neutral";
  readonly reason: Exclude<Measured["reason"], undefined> | undefined;
  readonly isSensitive: boolean;
}

/** The figures of a period, each with what it is made of or why it is not known. */
export function periodMetrics(performance: PerformanceSnapshot | undefined, locale: string): PeriodMetric[] {
  if (performance === undefined)
    return [
      "Gain",
      "Time-weighted return",
      "Money-weighted return",
      "Deepest drawdown",
      "Volatility",
      "Sharpe ratio",
    ].map((label) => card(label, undefined, ""));
  const { baseCurrency, from, to } = performance;
  const money = (amount: string, sign: "amount" | "change" = "amount"): string =>
    formatMoney(amount, baseCurrency, {
      locale,
      homeCurrency: baseCurrency,
      sign,
      digits: sign === "change" ? "minor" : "whole",
    });
  const range = `${formatDate(from, locale)} to ${formatDate(to, locale)}`;
  const gain = Number(performance.gain.value ?? 0);
  const paidIn = performance.netContribution.value;
  const annual = performance.annualizedTimeWeightedReturn.value;
  const isShort = annual === undefined;
  const mwr = isShort ? performance.moneyWeightedReturnOfPeriod : performance.moneyWeightedReturn;
  return [
    {
      ...ofMeasured(
        "Gain",
        performance.gain,
        (value) => money(value, "change"),
        `${performance.startsAtInception ? "Since the start, " : ""}${paidIn === undefined ? "" : `${money(paidIn, "change")} paid in`}`,
      ),
      tone: gain > 0 ? "gain" : gain < 0 ? "loss" : "neutral",
      isSensitive: true,
    },
    ofMeasured(
      "Time-weighted return",
      performance.timeWeightedReturn,
      (value) => percent(value, locale, 2, true),
      isShort ? range : `${percent(annual, locale, 2, true)} a year`,
    ),
    ofMeasured(
      "Money-weighted return",
      mwr,
      (value) => percent(value, locale, 2, true),
      isShort ? "XIRR over the period" : "XIRR a year",
    ),
    ofMeasured(
      "Deepest drawdown",
      performance.maxDrawdown,
      (value) => drawdown(value, locale),
      drawdownCaption(performance, locale),
    ),
    ofMeasured(
      "Volatility",
      performance.volatility,
      (value) => percent(value, locale, 1, false),
      performance.periodsPerYear.value === undefined
        ? "A year"
        : `A year, ${Math.round(performance.periodsPerYear.value)} trading days`,
    ),
    ofMeasured(
      "Sharpe ratio",
      performance.sharpeRatio,
      (value) => ratio(value, locale),
      `Over ${percent(performance.riskFreeRate, locale, 1, false)} risk-free`,
    ),
  ];
}

function drawdownCaption(
  { maxDrawdownPeak, maxDrawdownTrough, currentDrawdown }: PerformanceSnapshot,
  locale: string,
): string {
  if (maxDrawdownPeak === undefined || maxDrawdownTrough === undefined) return "Never below a peak";
  const now =
    currentDrawdown.value === undefined || currentDrawdown.value === 0
      ? ""
      : `, now ${drawdown(currentDrawdown.value, locale)}`;
  return `${formatDate(maxDrawdownPeak, locale, "day-month")} to ${formatDate(maxDrawdownTrough, locale, "day-month")}${now}`;
}

function ofMeasured<Value>(
  label: string,
  measure: Measured<Value>,
  figure: (value: Value) => string,
  caption: string,
): PeriodMetric {
  if (measure.value === undefined) return { ...card(label, undefined, ""), reason: measure.reason };
  return card(label, figure(measure.value), caption);
}

function card(label: string, figure: string | undefined, caption: string): PeriodMetric {
  return { label, figure, caption, tone: "neutral", reason: undefined, isSensitive: false };
}

/** A fall below 0.1 % would read as none with one digit. */
function drawdown(value: number, locale: string): string {
  return percent(value, locale, Math.abs(value) < 0.001 ? 2 : 1, false);
}

function percent(value: number, locale: string, digits: number, isChange: boolean): string {
  return formatPercent(value, { locale, digits, sign: isChange ? "change" : "amount" });
}

function ratio(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    .format(value)
    .replace("-", "−");
}
