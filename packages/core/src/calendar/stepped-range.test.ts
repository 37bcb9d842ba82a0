import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarRange } from "./calendar-range.ts";
import { type Period, periods } from "./period.ts";
import { fromEpochDay } from "./plain-date.ts";
import { steppedPeriod, steppedRange } from "./stepped-range.ts";

// Expected dates: read off a calendar by hand, after docs/methods/ranges.md.
describe("steppedPeriod", () => {
  it.each<[Period, string, number, string, string]>([
    ["1D", "2026-11-20", -1, "2026-11-18", "2026-11-19"],
    ["1W", "2026-11-20", -1, "2026-11-06", "2026-11-13"],
    ["WTD", "2026-11-20", -1, "2026-11-08", "2026-11-13"],
    ["1M", "2026-03-31", -1, "2026-01-28", "2026-02-28"],
    ["1M", "2026-05-31", -2, "2026-02-28", "2026-03-31"],
    ["MTD", "2026-11-20", -1, "2026-09-30", "2026-10-20"],
    ["QTD", "2026-11-20", -1, "2026-06-30", "2026-08-20"],
    ["3M", "2026-11-20", -1, "2026-05-20", "2026-08-20"],
    ["6M", "2026-11-20", 1, "2026-11-20", "2027-05-20"],
    ["YTD", "2026-11-20", -1, "2024-12-31", "2025-11-20"],
    ["YTD", "2024-02-29", -1, "2022-12-31", "2023-02-28"],
    ["1Y", "2026-11-20", -3, "2022-11-20", "2023-11-20"],
    ["5Y", "2026-11-20", -1, "2016-11-20", "2021-11-20"],
    ["MAX", "2026-11-20", -1, "1990-01-01", "2026-11-20"],
  ])("%s of %s by %i", (period, to, steps, from, end) => {
    expect(steppedPeriod(period, { to, inception: "1990-01-02" }, steps)).toMatchObject({ from, to: end });
  });

  it("begins with the scope where that is younger, and says so", () => {
    const stepped = steppedPeriod("1Y", { to: "2026-11-20", inception: "2025-03-01" }, -1);
    expect(stepped).toEqual({ from: "2025-02-28", to: "2025-11-20", startsAtInception: true });
  });

  it("does not move by no step, whatever the trading day", () => {
    const anchor = { to: "2026-11-23", inception: "1990-01-02", previousTradingDay: "2026-11-20" };
    for (const period of periods) expect(steppedPeriod(period, anchor, 0).to).toBe("2026-11-23");
    expect(steppedPeriod("1D", anchor, 0).from).toBe("2026-11-20");
  });
});

describe("steppedRange", () => {
  it("moves whole months by months and everything else by days", () => {
    expect(steppedRange({ from: "2026-02-28", to: "2026-03-31" }, -1)).toEqual({
      from: "2026-01-31",
      to: "2026-02-28",
    });
    expect(steppedRange({ from: "2023-12-31", to: "2024-12-31" }, -1)).toEqual({
      from: "2022-12-31",
      to: "2023-12-31",
    });
    expect(steppedRange({ from: "2026-03-10", to: "2026-03-20" }, 1)).toEqual({ from: "2026-03-20", to: "2026-03-30" });
  });

  it("leaves no gap and goes back where it came from", () => {
    const day = fc.integer({ min: 0, max: 40_000 });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 800 }), (start, length) => {
        const range = { from: fromEpochDay(start), to: fromEpochDay(start + length) };
        const next = steppedRange(range, 1);
        expect(next.from).toBe(range.to);
        expect(steppedRange(next, -1)).toEqual(range);
      }),
    );
  });

  it("refuses what is no date", () => {
    expect(() => steppedRange({ from: "soon", to: "2026-03-20" }, 1)).toThrow(/soon/);
    expect(() => steppedPeriod("1M", { to: "2026-02-30", inception: "2020-01-01" }, 1)).toThrow(/2026-02-30/);
  });
});

describe("calendarRange", () => {
  it("is a year, a quarter or a month, and ends today at the latest", () => {
    expect(calendarRange("2025")).toEqual({ from: "2024-12-31", to: "2025-12-31" });
    expect(calendarRange("2025-Q1")).toEqual({ from: "2024-12-31", to: "2025-03-31" });
    expect(calendarRange("2025-Q4")).toEqual({ from: "2025-09-30", to: "2025-12-31" });
    expect(calendarRange("2024-02")).toEqual({ from: "2024-01-31", to: "2024-02-29" });
    expect(calendarRange("2024-02", "2024-02-10").to).toBe("2024-02-10");
    for (const text of ["25", "2025-Q5", "2025-13", "2025-W01", ""])
      expect(() => calendarRange(text)).toThrow(/quarter/);
  });
});
