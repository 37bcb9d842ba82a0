import { describe, expect, it } from "vitest";
import { type Period, periodRange, periods } from "./period.ts";
import { addDays, fromEpochDay, isPlainDate, plainDate, toEpochDay } from "./plain-date.ts";

function from(period: Period, to: string, previousTradingDay?: string): string {
  const anchor = { to, inception: "1990-01-02", ...(previousTradingDay === undefined ? {} : { previousTradingDay }) };
  const range = periodRange(period, anchor);
  expect(range.to).toBe(to);
  expect(range.startsAtInception).toBe(period === "MAX");
  return range.from;
}

// Expected dates: read off a calendar by hand, after docs/methods/ranges.md.
describe("periodRange", () => {
  it.each<[Period, string, string]>([
    ["1D", "2026-11-20", "2026-11-19"],
    ["WTD", "2026-11-20", "2026-11-15"],
    ["WTD", "2026-11-16", "2026-11-15"],
    ["WTD", "2026-11-15", "2026-11-08"],
    ["WTD", "2021-01-01", "2020-12-27"],
    ["WTD", "2018-12-31", "2018-12-30"],
    ["1W", "2026-01-03", "2025-12-27"],
    ["MTD", "2026-11-20", "2026-10-31"],
    ["MTD", "2026-03-01", "2026-02-28"],
    ["1M", "2026-03-31", "2026-02-28"],
    ["1M", "2024-03-31", "2024-02-29"],
    ["QTD", "2026-11-20", "2026-09-30"],
    ["QTD", "2026-01-01", "2025-12-31"],
    ["3M", "2026-05-31", "2026-02-28"],
    ["3M", "2024-05-31", "2024-02-29"],
    ["6M", "2026-08-31", "2026-02-28"],
    ["YTD", "2026-11-20", "2025-12-31"],
    ["YTD", "2026-01-01", "2025-12-31"],
    ["1Y", "2024-02-29", "2023-02-28"],
    ["1Y", "2025-02-28", "2024-02-28"],
    ["3Y", "2026-11-20", "2023-11-20"],
    ["5Y", "2024-02-29", "2019-02-28"],
    ["10Y", "2026-11-20", "2016-11-20"],
    ["MAX", "2026-11-20", "1990-01-01"],
    ["1D", "2012-01-01", "2011-12-31"],
    ["1M", "2012-01-30", "2011-12-30"],
  ])("%s up to %s begins with the close of %s", (period, to, expected) => {
    expect(from(period, to)).toBe(expected);
  });

  it("covers every period above", () => {
    expect(periods).toEqual(["1D", "WTD", "1W", "MTD", "1M", "QTD", "3M", "6M", "YTD", "1Y", "3Y", "5Y", "10Y", "MAX"]);
  });

  it("begins a day's range with the last trading day", () => {
    expect(from("1D", "2026-11-22", "2026-11-20")).toBe("2026-11-20");
  });

  it("begins with the day before the first transaction when that is later, and says so", () => {
    expect(periodRange("1Y", { to: "2026-11-20", inception: "2026-03-02" })).toEqual({
      from: "2026-03-01",
      to: "2026-11-20",
      startsAtInception: true,
    });
  });
});

describe("plain dates", () => {
  it("knows real dates from others", () => {
    expect(["2024-02-29", "2000-02-29", "0099-12-31"].every(isPlainDate)).toBe(true);
    expect(
      ["2025-02-29", "1900-02-29", "2025-04-31", "2025-00-01", "2025-13-01", "2025-1-1", "20250101", ""].some(
        isPlainDate,
      ),
    ).toBe(false);
    expect(() => plainDate("2026-02-30")).toThrowError(expect.objectContaining({ code: "invalid-date" }));
  });

  // Reference: the day numbers of known dates (Unix time / 86400).
  it.each([
    ["1970-01-01", 0],
    ["2000-03-01", 11_017],
    ["2026-11-20", 20_777],
    ["1969-12-31", -1],
    ["0099-03-01", -683_309],
  ])("%s is day %d", (date, day) => {
    expect(toEpochDay(date)).toBe(day);
    expect(fromEpochDay(day)).toBe(date);
  });

  it("counts over the day that some zones never had", () => {
    expect(addDays("2011-12-29", 1)).toBe("2011-12-30");
    expect(addDays("2011-12-31", -1)).toBe("2011-12-30");
  });

  // A wrong day number would make wrong figures in silence: February 30 was March 2, and "garbage" after every day.
  it.each(["2026-02-30", "2026-13-01", "2026-1-1", "2026/01/01", "garbage", "", undefined, null, 5, {}])(
    "has no day number for %j",
    (date) => {
      const refused = expect.objectContaining({ code: "invalid-date" });
      expect(() => toEpochDay(date as string)).toThrowError(refused);
      expect(() => periodRange("3M", { to: date as string, inception: "2020-01-01" })).toThrowError(refused);
    },
  );
});
