import { describe, expect, it } from "vitest";
import { measured } from "../outcome/measured.ts";
import type { ValueSeries } from "../series/value-series.ts";
import { toEpochDay } from "../calendar/plain-date.ts";
import { annualizeByDays, annualizedReturn } from "./annualize.ts";
import { dailyReturns } from "./daily-returns.ts";
import { cumulativeReturns } from "./link-returns.ts";
import { linkToTradingDays } from "./link-to-trading-days.ts";
import { modifiedDietzReturn } from "./modified-dietz.ts";
import { timeWeightedReturn } from "./time-weighted-return.ts";

/** A series of closes, with flows by position. */
function series(
  values: readonly number[],
  inflows: Record<number, number> = {},
  outflows: Record<number, number> = {},
): ValueSeries {
  const zeros = new Float64Array(values.length);
  const column = (of: Record<number, number>): Float64Array => zeros.map((_, d) => of[d] ?? 0);
  return {
    firstDay: 0,
    values: Float64Array.from(values),
    valueRests: zeros,
    inflows: column(inflows),
    inflowRests: zeros,
    outflows: column(outflows),
    outflowRests: zeros,
  };
}

describe("dailyReturns", () => {
  it("counts inflows at the start of the day and outflows at its end", () => {
    // Hand: 110/100; (110 + 50 = 160 at work) 168/160; (168 at work) (118 + 50)/168.
    expect([...dailyReturns(series([100, 110, 168, 118], { 2: 50 }, { 3: 50 }))]).toEqual([0.1, 0.05, 0]);
  });

  it("is 0 when nothing was at work, NaN when capital is negative or a value is not known", () => {
    expect([...dailyReturns(series([0, 0, 10], { 2: 10 }))]).toEqual([0, 0]);
    expect([...dailyReturns(series([-5, 10, Number.NaN, 10]))]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it("has none for one day", () => {
    expect([...dailyReturns(series([100]))]).toEqual([]);
  });
});

describe("timeWeightedReturn", () => {
  it("links the days: 1.1 x 1.05 - 1 = 0.155", () => {
    expect(timeWeightedReturn(series([100, 110, 168], { 2: 50 }))).toEqual({ value: 0.155 });
  });

  it("is right to the last digit: 110 / 100 - 1 is 0.1 and a way there and back is 0", () => {
    expect(timeWeightedReturn(series([100, 110]))).toEqual({ value: 0.1 });
    expect(timeWeightedReturn(series([3, 7, 11, 3]))).toEqual({ value: 0 });
  });

  it("can lose everything", () => {
    expect(timeWeightedReturn(series([100, 0, 0]))).toEqual({ value: -1 });
  });

  it("is undefined with a reason: too few days, an unknown value, negative capital", () => {
    expect(timeWeightedReturn(series([100])).reason).toBe("too-few-observations");
    expect(timeWeightedReturn(series([])).reason).toBe("too-few-observations");
    expect(timeWeightedReturn(series([100, Number.NaN, 120])).reason).toBe("missing-price");
    expect(timeWeightedReturn(series([100, 110], { 1: Number.NaN })).reason).toBe("missing-price");
    expect(timeWeightedReturn(series([100, -1, 5])).reason).toBe("no-capital");
  });
});

describe("cumulativeReturns", () => {
  it("links on: empyrical's cum_returns of its mixed_returns", () => {
    // quantopian/empyrical tests/test_stats.py: [0.01, 0.111, 0.06656, 0.08789120, ...]; 1.01 x 1.1 = 1.111 by hand.
    const linked = cumulativeReturns([0.01, 0.1, -0.04, 0.02, 0.03, 0.02, 0.01, -0.1]);
    const published = [0.01, 0.111, 0.06656, 0.0878912, 0.120527936, 0.14293849472, 0.1543678796672, 0.03893109170048];
    published.forEach((value, i) => expect(linked[i]).toBeCloseTo(value, 14));
  });

  it("is empty for nothing and NaN from the first unknown return on", () => {
    expect([...cumulativeReturns([])]).toEqual([]);
    expect([...cumulativeReturns([0.5, Number.NaN, 0.1])]).toEqual([0.5, Number.NaN, Number.NaN]);
  });
});

describe("linkToTradingDays", () => {
  it("links the days between into the next trading day and leaves out what follows the last", () => {
    // Hand: 1.1 x 1.2 = 1.32; 1.5 alone; the last 0.9 has no trading day yet.
    const linked = linkToTradingDays([0.1, 0.2, 0.5, -0.1], [0, 1, 1, 0]);
    expect(linked.length).toBe(2);
    expect(linked[0]).toBeCloseTo(0.32, 15);
    expect(linked[1]).toBeCloseTo(0.5, 15);
  });

  it("has none without a trading day, and an unknown day spoils only the trading day it belongs to", () => {
    expect([...linkToTradingDays([0.1], [0])]).toEqual([]);
    expect([...linkToTradingDays([Number.NaN, 0.5, 0.25], [0, 1, 1])]).toEqual([Number.NaN, 0.25]);
  });

  it("refuses trading days that are shifted against the returns by the first day", () => {
    expect(() => linkToTradingDays([0.01, 0.02], [1, 1, 0])).toThrowError(
      expect.objectContaining({ code: "length-mismatch" }),
    );
  });
});

describe("annualizeByDays", () => {
  it("is (1 + R)^(365 / days) - 1, also over a leap year", () => {
    expect(annualizeByDays(measured(0.21), 730).value).toBeCloseTo(0.1, 15);
    // Hand: ln 1.1 = 0.0953101798043249, x 365/366 = 0.0950497694770344, exp of it 1.0997135850...
    expect(annualizeByDays(measured(0.1), 366).value).toBeCloseTo(Math.exp((0.0953101798043249 * 365) / 366) - 1, 13);
    expect(annualizeByDays(measured(-1), 100)).toEqual({ value: -1 });
  });

  it("is undefined for no days, more than a total loss, and a rate beyond all doubles", () => {
    expect(annualizeByDays(measured(0.1), 0).reason).toBe("too-few-observations");
    expect(annualizeByDays(measured(-1.5), 100).reason).toBe("no-capital");
    expect(annualizeByDays(measured(9), 1).reason).toBe("too-few-observations");
    expect(annualizeByDays({ value: undefined, reason: "missing-price" }, 100).reason).toBe("missing-price");
  });
});

describe("annualizedReturn", () => {
  it("raises the linked growth to A / n: two halves of 10 % are 21 %", () => {
    expect(annualizedReturn([0.1, 0.1], 2).value).toBeCloseTo(0.21, 15);
    expect(annualizedReturn([0.21], 0.5).value).toBeCloseTo(0.1, 15);
  });

  it("is undefined for none, an unknown one, more than a total loss, and a rate beyond all doubles", () => {
    expect(annualizedReturn([], 252).reason).toBe("too-few-observations");
    expect(annualizedReturn([0.1, Number.NaN], 252).reason).toBe("missing-price");
    expect(annualizedReturn([-2], 252).reason).toBe("no-capital");
    expect(annualizedReturn([100], 365).reason).toBe("too-few-observations");
  });
});

describe("modifiedDietzReturn", () => {
  it("weights a flow by what is left of the period: 50 / (1000 + 50 x 15 / 30)", () => {
    // design/house-style.md section 9: gain 50 on average capital 1025.
    const [from, to] = [toEpochDay("2026-01-01"), toEpochDay("2026-01-31")];
    const flows = [{ day: toEpochDay("2026-01-16"), amount: 50 }];
    expect(modifiedDietzReturn({ startValue: 1000, endValue: 1100, flows, from, to })).toEqual({
      value: 0.04878048780487805,
    });
  });

  it("is the simple return without flows, and undefined without capital", () => {
    expect(modifiedDietzReturn({ startValue: 200, endValue: 210, flows: [], from: 0, to: 5 })).toEqual({ value: 0.05 });
    expect(modifiedDietzReturn({ startValue: 0, endValue: 5, flows: [], from: 0, to: 5 }).reason).toBe("no-capital");
    expect(
      modifiedDietzReturn({ startValue: 100, endValue: 5, flows: [{ day: 0, amount: -200 }], from: 0, to: 5 }).reason,
    ).toBe("no-capital");
    expect(
      modifiedDietzReturn({ startValue: 100, endValue: 5, flows: [{ day: 0, amount: 1 }], from: 0, to: 0 }).reason,
    ).toBe("no-capital");
  });

  it("is undefined where a value is not known or the quotient leaves the doubles", () => {
    const period = { startValue: 1000, endValue: 1100, flows: [{ day: 5, amount: 50 }], from: 0, to: 30 };
    const unknown = { value: undefined, reason: "missing-price" };
    expect(modifiedDietzReturn({ ...period, endValue: Number.NaN })).toEqual(unknown);
    expect(modifiedDietzReturn({ ...period, startValue: Number.NaN })).toEqual(unknown);
    expect(modifiedDietzReturn({ ...period, flows: [{ day: 5, amount: Number.NaN }] })).toEqual(unknown);
    expect(modifiedDietzReturn({ ...period, startValue: 1e-300, endValue: 1e300, flows: [] }).reason).toBe(
      "out-of-range",
    );
  });

  it("refuses a flow without a day", () => {
    const flows = [{ day: Number.NaN, amount: 50 }];
    expect(() => modifiedDietzReturn({ startValue: 1, endValue: 1, flows, from: 0, to: 30 })).toThrowError(
      expect.objectContaining({ code: "invalid-date" }),
    );
  });
});
