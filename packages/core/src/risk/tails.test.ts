import { describe, expect, it } from "vitest";
import { excessKurtosis } from "./excess-kurtosis.ts";
import { expectedShortfall } from "./expected-shortfall.ts";
import { probabilisticSharpeRatio, probabilityAbove } from "./probabilistic-sharpe-ratio.ts";
import { skewness } from "./skewness.ts";
import { tailRatio } from "./tail-ratio.ts";
import { valueAtRisk } from "./value-at-risk.ts";

// mixed_returns of quantopian/empyrical; expected figures computed by scipy 1.17.1 and numpy 2.4.6, unless named.
const mixed = [0.01, 0.1, -0.04, 0.02, 0.03, 0.02, 0.01, -0.1];
const withGap = [0.01, 0.1, -0.04, Number.NaN, 0.02, 0.03, 0.02, 0.01, -0.1];

describe("valueAtRisk and expectedShortfall", () => {
  it("from history are numpy.quantile and the mean of the worst", () => {
    expect(valueAtRisk(withGap, 0.05, "historical").value).toBeCloseTo(-0.079, 15);
    expect(expectedShortfall(withGap, 0.05, "historical").value).toBeCloseTo(-0.1, 15);
    // floor(7 x 0.2) + 1 = 2 returns.
    expect(expectedShortfall(withGap, 0.2, "historical").value).toBeCloseTo(-0.07, 15);
  });

  it("of a normal distribution are mean + deviation x scipy.stats.norm.ppf, and less pdf / cutoff", () => {
    expect(valueAtRisk(mixed, 0.05, "normal").value).toBeCloseTo(-0.08841843556165416, 15);
    expect(expectedShortfall(mixed, 0.05, "normal").value).toBeCloseTo(-0.11246803745943679, 15);
  });

  it("of the whole range are the extremes and the mean", () => {
    expect(valueAtRisk(mixed, 0, "historical")).toEqual({ value: -0.1 });
    expect(valueAtRisk(mixed, 1, "historical")).toEqual({ value: 0.1 });
    expect(expectedShortfall(mixed, 0, "historical")).toEqual({ value: -0.1 });
    expect(expectedShortfall(mixed, 1, "historical").value).toBeCloseTo(0.05 / 8, 15);
  });

  it("count the worst by the decimal cutoff: 0.29 x 100 is 29, in doubles 28.999999999999996", () => {
    const returns = Array.from({ length: 101 }, (_, i) => i / 1000);
    expect(100 * 0.29).toBeLessThan(29);
    // The mean of 0 to 29.
    expect(expectedShortfall(returns, 0.29, "historical").value).toBeCloseTo(0.0145, 15);
  });

  it("of one return are that return, of a normal distribution undefined", () => {
    expect(valueAtRisk([-0.03], 0.05, "historical")).toEqual({ value: -0.03 });
    expect(expectedShortfall([-0.03], 0.05, "historical")).toEqual({ value: -0.03 });
    expect(valueAtRisk([-0.03], 0.05, "normal").reason).toBe("too-few-observations");
    expect(expectedShortfall([-0.03], 0.05, "normal").reason).toBe("too-few-observations");
    expect(valueAtRisk([Number.NaN], 0.05, "historical").reason).toBe("too-few-observations");
  });

  it("of equal returns are that return by either kind", () => {
    for (const kind of ["historical", "normal"] as const) {
      expect(valueAtRisk([0.1, 0.1, 0.1], 0.05, kind)).toEqual({ value: 0.1 });
      expect(expectedShortfall([0.1, 0.1, 0.1], 0.05, kind)).toEqual({ value: 0.1 });
    }
  });

  it("leave the order of the caller's list alone", () => {
    const mine = Float64Array.of(0.2, -0.1, 0.1);
    valueAtRisk(mine, 0.05, "historical");
    expect([...mine]).toEqual([0.2, -0.1, 0.1]);
  });

  it("refuse a share that is none, and a kind that does not exist", () => {
    for (const cutoff of [-0.1, 5, Number.NaN])
      expect(() => valueAtRisk(mixed, cutoff, "historical")).toThrow("such as 0.05");
    expect(() => expectedShortfall(mixed, 0, "normal")).toThrow("cutoff is 0");
    expect(() => valueAtRisk(mixed, 0.05, "parametric" as never)).toThrow('Give "historical" or "normal"');
  });
});

describe("tailRatio", () => {
  it("is the 95th percentile over the 5th: 0.0755 / 0.079 by numpy", () => {
    expect(tailRatio(withGap).value).toBeCloseTo(0.0755 / 0.079, 14);
    expect(tailRatio([-0.02])).toEqual({ value: 1 });
  });

  it("is undefined without returns and without a tail", () => {
    expect(tailRatio([]).reason).toBe("too-few-observations");
    expect(tailRatio([0, 0, 0]).reason).toBe("no-losses");
  });
});

describe("skewness and excessKurtosis", () => {
  it("are scipy's skew and kurtosis, biased and corrected", () => {
    expect(skewness(withGap, "population").value).toBeCloseTo(-0.3650572690177865, 14);
    expect(skewness(withGap, "sample").value).toBeCloseTo(-0.4553064090719742, 14);
    expect(excessKurtosis(withGap, "population").value).toBeCloseTo(0.11953473165699213, 13);
    expect(excessKurtosis(withGap, "sample").value).toBeCloseTo(1.6510229364796842, 13);
  });

  it("do not depend on level or scale, also far from 1", () => {
    for (const scale of [1e-9, 1e60])
      expect(
        skewness(
          mixed.map((value) => value * scale),
          "population",
        ).value,
      ).toBeCloseTo(-0.3650572690177865, 13);
    expect(
      excessKurtosis(
        mixed.map((value) => value + 1000),
        "population",
      ).value,
    ).toBeCloseTo(0.1195347317, 8);
  });

  it("need enough returns, and variation", () => {
    const two = [0.01, 0.03];
    expect(skewness(two, "population").value).toBeCloseTo(0, 14);
    expect(excessKurtosis(two, "population").value).toBeCloseTo(-2, 14);
    expect(skewness(two, "sample").reason).toBe("too-few-observations");
    expect(excessKurtosis([0.1, 0.2, 0.4], "sample").reason).toBe("too-few-observations");
    expect(skewness([0.01], "population").reason).toBe("too-few-observations");
    expect(skewness([0.1, 0.1, 0.1], "population").reason).toBe("no-variation");
    expect(excessKurtosis([1e200, -1e200, 1, 2], "sample").reason).toBe("out-of-range");
  });
});

describe("probabilisticSharpeRatio", () => {
  it("is that of another program for 250 normal returns: 0.95727 for 1.14 against 1", () => {
    // openquant, crates/openquant/tests/backtest_statistics.rs, test_probabilistic_deflated_sr.
    const estimate = { sharpeRatio: 1.14, count: 250, skewness: 0, kurtosis: 3 };
    expect(probabilityAbove(1, estimate).value).toBeCloseTo(0.95727, 4);
    // Hand: fat tails and losses farther out make it less sure.
    expect(probabilityAbove(1, { ...estimate, skewness: -1, kurtosis: 9 }).value).toBeLessThan(0.9);
  });

  it("comes from the returns: 0.6106203604025079 by scipy", () => {
    expect(probabilisticSharpeRatio(withGap, 0).value).toBeCloseTo(0.6106203604025079, 14);
  });

  it("is a half at the ratio itself", () => {
    const ratio = 0.00625 / Math.sqrt(mixed.reduce((sum, value) => sum + (value - 0.00625) ** 2, 0) / 7);
    expect(probabilisticSharpeRatio(mixed, ratio).value).toBeCloseTo(0.5, 14);
  });

  it("is undefined for one return, without variation, and for an estimate without an error", () => {
    expect(probabilisticSharpeRatio([0.01], 0).reason).toBe("too-few-observations");
    expect(probabilisticSharpeRatio([0.1, 0.1, 0.1], 0).reason).toBe("no-variation");
    expect(probabilityAbove(0, { sharpeRatio: 1, count: 9, skewness: 2, kurtosis: 5 }).reason).toBe("no-variation");
    expect(probabilityAbove(0, { sharpeRatio: 1, count: 1, skewness: 0, kurtosis: 3 }).reason).toBe(
      "too-few-observations",
    );
  });

  it("refuses another ratio that is no number", () => {
    expect(() => probabilisticSharpeRatio([0.01, -0.02, 0.03], Number.NaN)).toThrowError(
      expect.objectContaining({ code: "argument-out-of-range" }),
    );
  });
});
