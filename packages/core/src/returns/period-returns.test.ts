import { describe, expect, it } from "vitest";
import { calendarPeriodOf, type CalendarUnit } from "../calendar/calendar-period.ts";
import { bestPeriod, worstPeriod } from "./best-period.ts";
import { cumulativeReturn } from "./cumulative-return.ts";
import { periodReturns } from "./period-returns.ts";

describe("calendarPeriodOf", () => {
  it("names days, months, quarters and years with their first and last day", () => {
    const of = (unit: CalendarUnit) => Object.values(calendarPeriodOf("2024-02-10", unit));
    expect(of("daily")).toEqual(["2024-02-10", "2024-02-10", "2024-02-10"]);
    expect(of("monthly")).toEqual(["2024-02", "2024-02-01", "2024-02-29"]);
    expect(of("quarterly")).toEqual(["2024-Q1", "2024-01-01", "2024-03-31"]);
    expect(of("yearly")).toEqual(["2024", "2024-01-01", "2024-12-31"]);
  });

  it("names ISO weeks by the year of their Thursday", () => {
    // ISO 8601: 2009-12-31 is 2009-W53-4, 2010-01-03 is 2009-W53-7, 2008-12-29 is 2009-W01-1, 1977-01-02 is 1976-W53-7.
    const week = (date: string) => calendarPeriodOf(date, "weekly").name;
    expect(["2009-12-31", "2010-01-03", "2008-12-29", "1977-01-02"].map(week)).toEqual([
      "2009-W53",
      "2009-W53",
      "2009-W01",
      "1976-W53",
    ]);
    expect(["1969-12-31", "1965-06-07", "2018-12-31"].map(week)).toEqual(["1970-W01", "1965-W23", "2019-W01"]);
    expect(calendarPeriodOf("2018-12-31", "weekly")).toMatchObject({ firstDate: "2018-12-31", lastDate: "2019-01-06" });
  });
});

describe("periodReturns", () => {
  const dates = ["2018-12-28", "2018-12-31", "2019-01-02", "2019-01-08", "2019-04-01"];
  const returns = [0.01, 0.05, 0.001, -0.02, 0.1];
  const linked = (unit: CalendarUnit) =>
    periodReturns(returns, dates, unit).map(({ name, linkedReturn }) => [
      name,
      Number(linkedReturn.value!.toFixed(12)),
    ]);

  it("links by ISO week: 31 December 2018 with 2 January 2019 (empyrical merges it into January 2018)", () => {
    expect(linked("weekly")).toEqual([
      ["2018-W52", 0.01],
      ["2019-W01", 0.05105],
      ["2019-W02", -0.02],
      ["2019-W14", 0.1],
    ]);
  });

  it("links by day, month, quarter and year; one without a return is left out", () => {
    expect(linked("daily").map(([name]) => name)).toEqual(dates);
    expect(linked("monthly")).toEqual([
      ["2018-12", 0.0605],
      ["2019-01", -0.01902],
      ["2019-04", 0.1],
    ]);
    expect(linked("quarterly").map(([name]) => name)).toEqual(["2018-Q4", "2019-Q1", "2019-Q2"]);
    expect(linked("yearly")).toEqual([
      ["2018", 0.0605],
      ["2019", 0.079078],
    ]);
  });

  it("of a period with a missing return is not known, the others are", () => {
    const gap = periodReturns([0.01, Number.NaN, 0.001], dates.slice(0, 3), "yearly");
    expect(gap.map(({ linkedReturn }) => linkedReturn.reason)).toEqual(["missing-price", undefined]);
    expect(bestPeriod(gap)?.name).toBe("2019");
    expect(periodReturns([], [], "monthly")).toEqual([]);
  });

  it("refuses dates that are missing, disordered or none", () => {
    expect(() => periodReturns(returns, dates.slice(1), "monthly")).toThrow("5 returns and 4 dates");
    expect(() => periodReturns([0, 0], ["2019-01-02", "2019-01-02"], "monthly")).toThrow("do not ascend at 2019-01-02");
    expect(() => periodReturns([0], ["2019-02-29"], "monthly")).toThrow('"2019-02-29" is not a date');
  });

  it("linked together is the return of all", () => {
    const years = periodReturns(returns, dates, "yearly").map(({ linkedReturn }) => linkedReturn.value!);
    expect(cumulativeReturn(years).value).toBeCloseTo(cumulativeReturn(returns).value!, 15);
  });

  it("has a best and a worst period, the first of equals, and none of none", () => {
    const months = periodReturns(returns, dates, "monthly");
    expect([bestPeriod(months)?.name, worstPeriod(months)?.name]).toEqual(["2019-04", "2019-01"]);
    const equal = periodReturns([0.1, 0.1], ["2019-01-01", "2019-02-01"], "monthly");
    expect([bestPeriod(equal)?.name, worstPeriod(equal)?.name]).toEqual(["2019-01", "2019-01"]);
    expect([bestPeriod([]), worstPeriod([])]).toEqual([undefined, undefined]);
  });
});
