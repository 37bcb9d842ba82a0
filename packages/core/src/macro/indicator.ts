import { type PlainDate, plainDate } from "../calendar/plain-date.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";

/** The value of an indicator for a month, as it was published on a day. */
export interface IndicatorObservation {
  /** A day of the month that the value is about; sources mostly give the first. */
  readonly referenceDate: PlainDate;
  readonly publishedOn: PlainDate;
  readonly value: number;
}

/**
 * What is measured of an indicator: its level, or how it changed.
 *
 * "yearly-change" is value / value of twelve months before - 1, for what grows (production, employment); a difference
 * is for what is a rate or a balance already, over a year or from month to month.
 */
export type IndicatorTransformation = "level" | "yearly-change" | "yearly-difference" | "monthly-difference";

/** An economic series by months. */
export interface Indicator {
  readonly name: string;
  /** In any order. Of several values for a month the one published first counts. */
  readonly observations: readonly IndicatorObservation[];
  readonly transformation: IndicatorTransformation;
  /** 1 when more of it means growth, -1 when less of it does, as with unemployment. */
  readonly sign: 1 | -1;
  /** Whether values are as first published, or revised later and so not what was known then. */
  readonly vintage: "first-published" | "revised";
}

/** A month as a count: 12 x year + month - 1. */
export type MonthNumber = number;

/** The month that a date lies in. */
export function monthNumber(date: PlainDate): MonthNumber {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** A month as text, "2026-09". */
export function monthName(month: MonthNumber): string {
  const [year, inYear] = [Math.floor(month / 12), (month % 12) + 1];
  return `${String(year).padStart(4, "0")}-${String(inYear).padStart(2, "0")}`;
}

/**
 * The values of an indicator that count, by month: of each the one published first. What is no number was not published.
 *
 * @throws {PortfolioError} `invalid-date`: a date is none; `date-out-of-range`: published before its month began
 */
export function firstPublished({ name, observations }: Indicator): Map<MonthNumber, IndicatorObservation> {
  const byMonth = new Map<MonthNumber, IndicatorObservation>();
  for (const observation of observations) {
    const month = monthNumber(plainDate(observation.referenceDate));
    const { publishedOn, value } = observation;
    if (monthNumber(plainDate(publishedOn)) < month) throw tooEarly(name, observation);
    const earlier = byMonth.get(month);
    if (Number.isFinite(value) && (earlier === undefined || publishedOn < earlier.publishedOn))
      byMonth.set(month, observation);
  }
  return byMonth;
}

function tooEarly(name: string, { referenceDate, publishedOn }: IndicatorObservation): PortfolioError {
  const message = `${name} of ${referenceDate} is said to be published on ${publishedOn}, before that month began. Give the day of publication.`;
  return new PortfolioError("date-out-of-range", message, { name, referenceDate, publishedOn });
}
