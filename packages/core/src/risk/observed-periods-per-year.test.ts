import { describe, expect, it } from "vitest";
import { observedPeriodsPerYear } from "./observed-periods-per-year.ts";

const days = 728;
const each = <Value>(value: (day: number) => Value): Value[] => Array.from({ length: days }, (_, day) => value(day));
const flat = each(() => 0);
const always = each(() => 1);
const weekdays = each((day) => (day % 7 < 5 ? 1 : 0));

describe("observedPeriodsPerYear", () => {
  it("counts trading days per 365 days: 5 of 7, all, one in 91", () => {
    const of = (isTrading: number[]) => observedPeriodsPerYear({ returns: flat, isTrading, isAtWork: always }).value;
    // The last two days follow the last trading day, so 520 observations stand for 726 days.
    expect(of(weekdays)).toBeCloseTo((520 * 365) / 726, 12);
    expect(of(always)).toBe(365);
    // 12 observations in a row of 12 x 60 days: 365 / 60 a year.
    expect(of(each((day) => (day % 60 === 59 ? 1 : 0)))).toBeCloseTo(365 / 60, 12);
  });

  it("leaves out days before the scope had anything", () => {
    const isAtWork = each((day) => (day >= 364 ? 1 : 0));
    const isTrading = weekdays.map((mark, day) => (day >= 364 ? mark : 0));
    expect(observedPeriodsPerYear({ returns: flat, isTrading, isAtWork }).value).toBeCloseTo((260 * 365) / 362, 12);
  });

  it("leaves out observations that are not known, with the days behind them", () => {
    const returns = each((day) => (day < 364 ? Number.NaN : 0));
    expect(observedPeriodsPerYear({ returns, isTrading: always, isAtWork: always }).value).toBe(365);
    // The Monday after it carries an unknown weekend, so it is left out as well: 259 of 361 days.
    expect(observedPeriodsPerYear({ returns, isTrading: weekdays, isAtWork: always }).value).toBeCloseTo(
      (259 * 365) / 361,
      12,
    );
  });

  it("is undefined for fewer than 12 observations", () => {
    const of = (count: number) =>
      observedPeriodsPerYear({ returns: flat, isTrading: each((day) => (day < count ? 1 : 0)), isAtWork: always });
    expect([of(0).reason, of(11).reason, of(12).value]).toEqual(["too-few-observations", "too-few-observations", 365]);
  });
});
