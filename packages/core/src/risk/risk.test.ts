import { describe, expect, it } from "vitest";
import { currentDrawdown, deepestDrawdown, drawdownSeries, maxDrawdown } from "./drawdown.ts";
import { sharpeRatio } from "./sharpe-ratio.ts";
import { volatility } from "./volatility.ts";

// Returns and expected figures of quantopian/empyrical, empyrical/tests/test_stats.py (mixed_returns, negative_returns).
const mixed = Float64Array.of(Number.NaN, 0.01, 0.1, -0.04, 0.02, 0.03, 0.02, 0.01, -0.1);
const known = mixed.slice(1);
const negative = Float64Array.of(0, -0.06, -0.07, -0.01, -0.09, -0.02, -0.06, -0.08, -0.05);

describe("drawdowns", () => {
  it("fall from the running peak, which starts at 1", () => {
    // Hand: 0.9; 0.9 x 1.2 = 1.08 (new peak); 1.08 x 0.75 = 0.81, 0.81 / 1.08 = 0.75; 0.81 x 4/3 = 1.08.
    const series = drawdownSeries([-0.1, 0.2, -0.25, 1 / 3]);
    [-0.1, 0, -0.25, 0].forEach((value, i) => expect(series[i]).toBeCloseTo(value, 14));
    expect(deepestDrawdown([-0.1, 0.2, -0.25, 0.1])).toMatchObject({ peak: 1, trough: 2 });
    expect(deepestDrawdown([-0.5, 0.1])).toMatchObject({ depth: -0.5, peak: -1, trough: 0 });
  });

  it("are empyrical's", () => {
    expect(maxDrawdown(known).value).toBeCloseTo(-0.1, 14);
    expect(maxDrawdown(negative).value).toBeCloseTo(-0.36590730349873601, 14);
    expect(currentDrawdown(negative).value).toBeCloseTo(-0.36590730349873601, 14);
  });

  it("are 0 without a fall, -1 after a total loss", () => {
    expect(maxDrawdown([0.1, 0, 0.2])).toEqual({ value: 0 });
    expect(deepestDrawdown([0.1])).toBeUndefined();
    expect(maxDrawdown([0.1, -1, 0.5])).toEqual({ value: -1 });
    expect(currentDrawdown([-0.5, 1])).toEqual({ value: 0 });
  });

  it("are undefined without returns or with an unknown one", () => {
    expect([maxDrawdown([]).reason, currentDrawdown([]).reason]).toEqual([
      "too-few-observations",
      "too-few-observations",
    ]);
    expect([maxDrawdown(mixed).reason, currentDrawdown(mixed).reason]).toEqual(["missing-price", "missing-price"]);
  });
});

describe("volatility", () => {
  it("is empyrical's annual_volatility, 0.9136465399704637 for mixed_returns a day", () => {
    expect(volatility(mixed, 252).value).toBeCloseTo(0.9136465399704637, 14);
  });

  it("is 0 for flat returns and undefined for fewer than two", () => {
    expect(volatility(Float64Array.of(0.01, 0.01, 0.01), 252)).toEqual({ value: 0 });
    expect(volatility(Float64Array.of(0.01), 252).reason).toBe("too-few-observations");
    expect(volatility(Float64Array.of(0.01, Number.NaN), 252).reason).toBe("too-few-observations");
  });
});

describe("sharpeRatio", () => {
  it("is empyrical's, 1.7238613961706866 for mixed_returns a day", () => {
    expect(sharpeRatio(mixed, { riskFreePerPeriod: 0 }, 252).value).toBeCloseTo(1.7238613961706866, 13);
  });

  it("takes an annual rate as (1 + rf)^(1/A) - 1, or a series that loses its partner with a missing return", () => {
    // Hand: returns 3 % and 1 % less 1 % a period: mean 1 %, deviation sqrt(2) %, ratio 1 / sqrt(2), times sqrt(2).
    expect(sharpeRatio(Float64Array.of(0.03, 0.01), { riskFreeRate: 1.01 ** 2 - 1 }, 2).value).toBeCloseTo(1, 12);
    expect(
      sharpeRatio(Float64Array.of(0.03, Number.NaN, 0.01), { riskFreePerPeriod: [0.01, 0.5, 0.01] }, 2).value,
    ).toBeCloseTo(1, 12);
  });

  it("is undefined without variation and for fewer than two returns", () => {
    expect(sharpeRatio(Float64Array.of(0.01, 0.01, 0.01), { riskFreePerPeriod: 0 }, 252).reason).toBe("no-variation");
    expect(sharpeRatio(Float64Array.of(0.01), { riskFreePerPeriod: 0 }, 252).reason).toBe("too-few-observations");
  });
});
