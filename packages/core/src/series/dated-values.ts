import type { EpochDay } from "../calendar/plain-date.ts";

/** Values of dates, such as the closes of an index: `values[i]` belongs to `days[i]`; the days ascend. */
export interface DatedValues {
  readonly days: ArrayLike<EpochDay>;
  readonly values: ArrayLike<number>;
}

/** The last value on or before a day; undefined before the first. */
export function lastValueOn({ days, values }: DatedValues, day: EpochDay): number | undefined {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return values[low - 1];
}
