/** Day-count convention: actual days over a year of 365 (fixed) or 360 days. */
export type DayCount = "ACT/365F" | "ACT/360";

/** The length of a year in days. */
export const daysPerYear: Readonly<Record<DayCount, number>> = { "ACT/365F": 365, "ACT/360": 360 };
