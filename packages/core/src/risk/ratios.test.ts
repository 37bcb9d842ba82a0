import { describe, expect, it } from "vitest";
import { annualizedReturn } from "../returns/annualize.ts";
import { cumulativeReturn } from "../returns/cumulative-return.ts";
import { calmarRatio } from "./calmar-ratio.ts";
import { downsideDeviation } from "./downside-deviation.ts";
import { recoveryFactor } from "./recovery-factor.ts";
import { semiDeviation } from "./semi-deviation.ts";
import { sharpeRatio } from "./sharpe-ratio.ts";
import { sortinoRatio } from "./sortino-ratio.ts";
import { stability } from "./stability.ts";
import { ulcerIndex } from "./ulcer-index.ts";
import { ulcerPerformanceIndex } from "./ulcer-performance-index.ts";
import { volatility } from "./volatility.ts";

// quantopian/empyrical, empyrical/tests/test_stats.py: mixed_returns without its first, missing return.
const mixed = [0.01, 0.1, -0.04, 0.02, 0.03, 0.02, 0.01, -0.1];
const withGap = [Number.NaN, ...mixed];
// Conformance case metrics-generated/monthly-60-a, source "own, integer generator with seed 33".
const monthly = [
  0.01238824, -0.00960408, -0.01918322, -0.00526045, 0.00713479, 0.00774376, 0.0018503, 0.00292411, 0.01314175,
  0.01077864, -0.02551797, -0.0130878, 0.01326362, 0.0106612, 0.00792573, 0.01372088, 0.02307471, 0.02476895,
  0.03311409, 0.00558958, 0.01186642, -0.01130067, 0.02069887, 0.00647336, -0.01085011, 0.00826753, 0.01755057,
  -0.00545228, 0.0026547, 0.01200927, 0.0077584, 0.00570656, 0.0048299, 0.02317597, -0.00386988, 0.0205615, 0.01134204,
  -0.00275986, 0.01869247, 0.00844544, 0.01957791, 0.02789281, -0.00330998, 0.00290669, -0.02235883, -0.01195671,
  -0.00541222, 0.01121541, -0.00314373, -0.01018065, 0.00606827, 0.00735912, 0.00226488, 0.00456911, -0.00796722,
  0.00254291, 0.00562816, 0.02385692, 0.00210248, 0.01569307,
];
const monthlyRiskFree = [
  0.00008, 0.00008133, 0.00008266, 0.000084, 0.00008533, 0.00008666, 0.000088, 0.00008933, 0.00009066, 0.000092,
  0.00009333, 0.00009466, 0.000096, 0.00009733, 0.00009866, 0.0001, 0.00010133, 0.00010266, 0.000104, 0.00010533,
  0.00010666, 0.000108, 0.00010933, 0.00011066, 0.000112, 0.00011333, 0.00011466, 0.000116, 0.00011733, 0.00011866,
  0.00012, 0.00012133, 0.00012266, 0.000124, 0.00012533, 0.00012666, 0.000128, 0.00012933, 0.00013066, 0.000132,
  0.00013333, 0.00013466, 0.000136, 0.00013733, 0.00013866, 0.00014, 0.00014133, 0.00014266, 0.000144, 0.00014533,
  0.00014666, 0.000148, 0.00014933, 0.00015066, 0.000152, 0.00015333, 0.00015466, 0.000156, 0.00015733, 0.00015866,
];

const off = (got: number | undefined, wanted: number): number => Math.abs(got! / wanted - 1);

describe("the figures of the case metrics-generated/monthly-60-a", () => {
  it.each([
    ["cumulative return", cumulativeReturn(monthly), 0.3815089924585348],
    ["annualized return", annualizedReturn(monthly, 12), 0.06676987568541112],
    ["volatility", volatility(monthly, 12), 0.04298164064658593],
    ["downside deviation", downsideDeviation(monthly, 0.0001, 12), 0.022372576018229104],
    ["downside deviation, a list", downsideDeviation(monthly, monthlyRiskFree, 12), 0.022393935628982235],
    ["Sharpe ratio", sharpeRatio(monthly, { riskFreePerPeriod: 0.0001 }, 12), 1.5009917031895452],
    ["Sharpe ratio, a list", sharpeRatio(monthly, { riskFreePerPeriod: monthlyRiskFree }, 12), 1.4956555072740798],
    ["Sortino ratio", sortinoRatio(monthly, 0, 12), 2.9577108608623366],
    ["Sortino ratio, a list", sortinoRatio(monthly, monthlyRiskFree, 12), 2.8705595597410207],
    ["Calmar ratio", calmarRatio(monthly, 12), 1.596961627835872],
    ["ulcer index", ulcerIndex(monthly), 0.017984591566076437],
  ])("%s", (_, got, wanted) => {
    expect(off(got.value, wanted)).toBeLessThan(1e-12);
  });
});

describe("semiDeviation", () => {
  it("is Portfolio Performance's, from log returns over the whole period", () => {
    // portfolio-performance/portfolio, RiskTest.testVolatility: 0.012188677034 beside a volatility of 0.017736692475.
    const log = [0.005, -1 / 300, -0.005, 0.01, 0.01, -0.005].map(Math.log1p);
    expect(semiDeviation(log, 6).value).toBeCloseTo(0.012188677034, 11);
    expect(volatility(log, 6).value).toBeCloseTo(0.017736692475, 11);
    expect(volatility(log.map(Math.expm1), 6, "log").value).toBeCloseTo(0.017736692475, 11);
  });

  it("of symmetric returns is volatility / the square root of 2; of flat ones 0", () => {
    const symmetric = [-0.03, -0.01, 0.01, 0.03];
    expect(semiDeviation(symmetric, 252).value).toBeCloseTo(volatility(symmetric, 252).value! / Math.SQRT2, 14);
    expect(semiDeviation([0.1, 0.1, 0.1], 252)).toEqual({ value: 0 });
    expect(semiDeviation([0.1, Number.NaN], 252).reason).toBe("too-few-observations");
  });
});

describe("downsideDeviation and sortinoRatio", () => {
  it("are empyrical's of mixed_returns: -1.3934779588919977 above 1 %, 2.605531251673693 above 0", () => {
    expect(sortinoRatio(withGap, 0, 252).value).toBeCloseTo(2.605531251673693, 12);
    expect(sortinoRatio(withGap, 0.01, 252).value).toBeCloseTo(-1.3934779588919977, 12);
  });

  it("need returns and shortfalls", () => {
    expect(downsideDeviation([], 0, 252).reason).toBe("too-few-observations");
    expect(downsideDeviation([-0.02], 0, 1)).toEqual({ value: 0.02 });
    expect(downsideDeviation([0.02], 0, 1)).toEqual({ value: 0 });
    expect(sortinoRatio([-0.02], 0, 1).reason).toBe("too-few-observations");
    expect(sortinoRatio([0.01, 0.02], 0, 252).reason).toBe("no-losses");
    expect(sortinoRatio([0.01, 0.01], 0.01, 252).reason).toBe("no-losses");
  });

  it("leave a missing return out with its partner", () => {
    expect(downsideDeviation([-0.01, Number.NaN, -0.03], [0, 0.5, Number.NaN], 1).value).toBeCloseTo(0.01, 15);
  });
});

describe("calmarRatio, recoveryFactor and the ulcer performance index", () => {
  it("divide by the fall", () => {
    // Hand: 1.5 x 0.8 = 1.2, a fall of 20 % from 1.5; 1.2^(4 / 2) - 1 = 0.44; drawdowns 0 and -0.2, root mean square
    // 0.2 / sqrt(2).
    expect(calmarRatio([0.5, -0.2], 4).value).toBeCloseTo(2.2, 13);
    expect(recoveryFactor([0.5, -0.2]).value).toBeCloseTo(1, 13);
    expect(ulcerIndex([0.5, -0.2]).value).toBeCloseTo(0.2 / Math.SQRT2, 15);
    const ulcer = 0.2 / Math.SQRT2;
    expect(ulcerPerformanceIndex([0.5, -0.2], { riskFreeRate: 0.04 }, 4).value).toBeCloseTo(0.4 / ulcer, 12);
    const quarterly = 1.04 ** (1 / 4) - 1;
    expect(ulcerPerformanceIndex([0.5, -0.2], { riskFreePerPeriod: quarterly }, 4).value).toBeCloseTo(0.4 / ulcer, 12);
    const list = { riskFreePerPeriod: [quarterly, quarterly] };
    expect(ulcerPerformanceIndex([0.5, -0.2], list, 4).value).toBeCloseTo(0.4 / ulcer, 12);
  });

  it("are undefined without a fall, without returns, with a missing one, after a total loss", () => {
    const free = { riskFreePerPeriod: 0 };
    const reasons = (returns: number[]) => [
      calmarRatio(returns, 12).reason,
      recoveryFactor(returns).reason,
      ulcerPerformanceIndex(returns, free, 12).reason,
    ];
    expect(reasons([0.1, 0.2])).toEqual(["no-drawdown", "no-drawdown", "no-drawdown"]);
    expect(reasons([])).toEqual(Array.from({ length: 3 }, () => "too-few-observations"));
    expect(reasons(withGap)).toEqual(Array.from({ length: 3 }, () => "missing-price"));
    // Everything is lost: no rate per year, but -100 % over a fall of 100 %.
    expect(reasons([0.1, -1])).toEqual(["no-capital", undefined, "no-capital"]);
    expect(recoveryFactor([0.1, -1])).toEqual({ value: -1 });
  });
});

describe("stability", () => {
  it("is empyrical's stability_of_timeseries: 0.1529973665111273 of mixed_returns, 1 of a straight line", () => {
    expect(stability(mixed).value).toBeCloseTo(0.1529973665111273, 14);
    expect(stability([0.01, 0.01, 0.01]).value).toBeCloseTo(1, 14);
    expect(stability([-0.01, -0.01, -0.01]).value).toBeCloseTo(1, 14);
  });

  it("is undefined for one, a missing one, a total loss, and wealth that stands still", () => {
    const reasons = [[0.01], withGap, [0.1, -1], [0, 0, 0], []].map((returns) => stability(returns).reason);
    expect(reasons).toEqual([
      "too-few-observations",
      "missing-price",
      "no-capital",
      "no-variation",
      "too-few-observations",
    ]);
  });
});

describe("what varies by rounding alone", () => {
  it("does not vary: equal returns of any size have no Sharpe ratio", () => {
    for (const value of [0.1, 1 / 3, 1e-9, 1234.567, -0.7]) {
      const flat = Array.from({ length: 1000 }, () => value);
      expect(sharpeRatio(flat, { riskFreePerPeriod: 0 }, 252).reason).toBe("no-variation");
      expect(volatility(flat, 252)).toEqual({ value: 0 });
    }
  });

  it("is told from what varies little on a high level", () => {
    // Hand: 1e6 and 1e6 + 2^-20 deviate by half of 2^-20 each; x sqrt(2) for n - 1.
    expect(volatility([1e6, 1e6 + 2 ** -20], 1).value).toBeCloseTo(2 ** -20 / Math.SQRT2, 21);
  });

  it("leaves the range of a double as out-of-range, never as Infinity", () => {
    const huge = [1e200, -1e200, 1e200];
    expect(volatility(huge, 252).reason).toBe("out-of-range");
    expect(sharpeRatio([1e308, 1e308, -1e308], { riskFreePerPeriod: 0 }, 252).reason).toBe("out-of-range");
    expect(cumulativeReturn(huge.map(Math.abs)).reason).toBe("out-of-range");
    expect(downsideDeviation(huge, 0, 252).reason).toBe("out-of-range");
  });
});

describe("a return that is no finite number", () => {
  it("is left out as a missing one is", () => {
    expect(volatility([0.01, Infinity, 0.03, -Infinity], 252)).toEqual(volatility([0.01, 0.03], 252));
    expect(cumulativeReturn([0.01, Infinity]).reason).toBe("missing-price");
  });
});

describe("a caller's mistake", () => {
  it("is refused: no periods in a year, a list of another length, a rate that cannot be", () => {
    for (const periodsPerYear of [0, -1, Number.NaN, Infinity]) {
      expect(() => volatility(mixed, periodsPerYear)).toThrow("periodsPerYear is");
      expect(() => sharpeRatio(mixed, { riskFreePerPeriod: 0 }, periodsPerYear)).toThrow("Give a number above 0");
      expect(() => annualizedReturn(mixed, periodsPerYear)).toThrow("periodsPerYear is");
    }
    expect(() => sharpeRatio(mixed, { riskFreePerPeriod: [0] }, 252)).toThrow("8 returns and 1 values");
    expect(() => sortinoRatio(mixed, [0], 252)).toThrow("Give one for each return");
    expect(() => ulcerPerformanceIndex(mixed, { riskFreePerPeriod: [0] }, 252)).toThrow("8 returns and 1 values");
    expect(() => sharpeRatio(mixed, { riskFreeRate: -1 }, 252)).toThrow("riskFreeRate is -1");
    expect(() => sharpeRatio(mixed, {} as never, 252)).toThrow("riskFreeRate is undefined");
  });
});
