import type { PlainDate } from "../calendar/plain-date.ts";
import { firstPublished, type Indicator, type IndicatorTransformation, type MonthNumber } from "./indicator.ts";

/** What an indicator says of a month, upwards for growth, and since when that was known. */
export interface IndicatorReading {
  readonly value: number;
  readonly knownOn: PlainDate;
}

/** How many months back a transformation looks. */
const monthsBack = { level: 0, "yearly-change": 12, "yearly-difference": 12, "monthly-difference": 1 } as const;

/**
 * The readings of an indicator by month, from values as first published.
 *
 * A month has none when a value it needs is missing, or when a change starts from a value of 0 or less.
 *
 * @throws {PortfolioError} `invalid-date`: a date is none; `date-out-of-range`: published before its month began
 */
export function indicatorReadings(indicator: Indicator): Map<MonthNumber, IndicatorReading> {
  const published = firstPublished(indicator);
  const readings = new Map<MonthNumber, IndicatorReading>();
  for (const [month, now] of published) {
    const before = published.get(month - monthsBack[indicator.transformation]);
    if (before === undefined) continue;
    const value = indicator.sign * transformed(indicator.transformation, now.value, before.value);
    const knownOn = now.publishedOn > before.publishedOn ? now.publishedOn : before.publishedOn;
    if (Number.isFinite(value)) readings.set(month, { value, knownOn });
  }
  return readings;
}

/** NaN where there is no such change. */
function transformed(transformation: IndicatorTransformation, now: number, before: number): number {
  switch (transformation) {
    case "level":
      return now;
    case "yearly-change":
      return before > 0 ? now / before - 1 : Number.NaN;
    case "yearly-difference":
    case "monthly-difference":
      return now - before;
  }
}
