import { formatEpochDay } from "../formatting/format-date.ts";

/** A mark of the time axis. */
export interface TimeTick {
  /** Epoch day. */
  readonly day: number;
  readonly label: string;
}

const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240];
const daySteps = [1, 2, 7, 14];

const dayOf = (year: number, month: number): number => Date.UTC(year, month, 1) / 86_400_000;

function dayTicks(from: number, to: number, step: number, locale: string): TimeTick[] {
  const ticks: TimeTick[] = [];
  for (let day = Math.ceil(from / step) * step; day <= to; day += step)
    ticks.push({ day, label: formatEpochDay(day, locale, "day-month") });
  return ticks;
}

function monthTicks(from: number, to: number, step: number, locale: string): TimeTick[] {
  const start = new Date(from * 86_400_000);
  const ticks: TimeTick[] = [];
  let month = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  for (; ; month += step) {
    const day = dayOf(Math.floor(month / 12), month % 12);
    if (day > to) return ticks;
    if (day >= from) ticks.push({ day, label: formatEpochDay(day, locale, month % 12 === 0 ? "year" : "month") });
  }
}

/**
 * Ticks of a time axis that runs from one epoch day to another: days, months or years, at most `most`.
 *
 * A January carries the year instead of its name, so that a range over a new year is never in doubt.
 */
export function timeTicks(from: number, to: number, most: number, locale: string): readonly TimeTick[] {
  const span = to - from;
  for (const step of daySteps) if (span / step < most) return dayTicks(from, to, step, locale);
  for (const step of monthSteps) if (span / (step * 30.4) <= most) return monthTicks(from, to, step, locale);
  return monthTicks(from, to, 600, locale);
}
