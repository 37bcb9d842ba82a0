import type { PerformanceSnapshot } from "@portfolio/core";
import { formatDate, formatEpochDay } from "../formatting/format-date.ts";
import { formatMoney } from "../formatting/format-money.ts";
import type { Strings } from "../localization/strings.ts";

const secondsPerDay = 86_400;

/** Columns as uPlot draws them: seconds, values and contributions, with null for a gap. */
export interface ChartPoints {
  readonly seconds: readonly number[];
  readonly days: Int32Array;
  readonly values: readonly (number | null)[];
  readonly contributions: readonly (number | null)[];
}

function gaps(column: Float64Array): (number | null)[] {
  return Array.from(column, (value) => (Number.isFinite(value) ? value : null));
}

/** The columns of a snapshot for the chart. A day whose value is not known is a gap, never a guess. */
export function chartPoints(snapshot: PerformanceSnapshot): ChartPoints {
  return {
    seconds: Array.from(snapshot.days, (day) => day * secondsPerDay),
    days: snapshot.days,
    values: gaps(snapshot.values),
    contributions: gaps(snapshot.netContributions),
  };
}

/** An amount of a float column as text. The floats are already rounded once, so text of 2 digits more than shown is enough. */
export function chartMoney(
  value: number,
  currency: string,
  locale: string,
  masked: boolean,
  sign: "amount" | "change" = "amount",
): string {
  return formatMoney(value.toFixed(4), currency, { locale, homeCurrency: currency, masked, sign });
}

/** One sentence that says what the chart shows; it stands for the picture where none is seen. */
export function chartSummary(snapshot: PerformanceSnapshot, locale: string, masked: boolean, strings: Strings): string {
  const { baseCurrency: currency, startValue, endValue, gain } = snapshot;
  const from = formatDate(snapshot.from, locale);
  const to = formatDate(snapshot.to, locale) || formatEpochDay(snapshot.days.at(-1) ?? 0, locale);
  if (startValue.value === undefined || endValue.value === undefined || gain.value === undefined)
    return strings.chart.summaryUnknown(to, from);
  if (masked) {
    const tone = /[1-9]/.test(gain.value) ? (gain.value.startsWith("-") ? "loss" : "gain") : "neutral";
    return strings.chart.summaryHidden(to, from, tone);
  }
  const money = (value: string, sign: "amount" | "change" = "amount"): string =>
    formatMoney(value, currency, { locale, homeCurrency: currency, sign });
  return strings.chart.summary(money(endValue.value), to, money(startValue.value), from, money(gain.value, "change"));
}
