import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { cumulativeReturn } from "../returns/cumulative-return.ts";
import { rollingReturn } from "../returns/rolling-return.ts";
import { type Measured, measured } from "../outcome/measured.ts";
import { mean } from "../series/compensated-sum.ts";
import { knownReturns } from "../series/known-returns.ts";
import { rollingPairDeviations } from "../series/rolling-pair-deviations.ts";
import { downsideDeviation } from "./downside-deviation.ts";
import { rollingDownsideDeviation } from "./rolling-downside-deviation.ts";
import { rollingMean } from "./rolling-mean.ts";
import { rollingSharpeRatio } from "./rolling-sharpe-ratio.ts";
import { rollingSortinoRatio } from "./rolling-sortino-ratio.ts";
import { rollingVolatility } from "./rolling-volatility.ts";
import { rolling } from "./rolling.ts";
import { sharpeRatio } from "./sharpe-ratio.ts";
import { sortinoRatio } from "./sortino-ratio.ts";
import { volatility } from "./volatility.ts";

const free = { riskFreePerPeriod: 0.0001 };
const meanOf = (window: Float64Array): Measured => measured(mean(knownReturns(window)));

/** Each fast measure beside the plain one over every window. */
const pairs: Record<
  string,
  [fast: (r: Float64Array, w: number) => Float64Array, plain: (r: Float64Array) => Measured]
> = {
  volatility: [(r, w) => rollingVolatility(r, w, 252), (r) => volatility(r, 252)],
  mean: [rollingMean, meanOf],
  return: [rollingReturn, cumulativeReturn],
  "Sharpe ratio": [(r, w) => rollingSharpeRatio(r, w, free, 252), (r) => sharpeRatio(r, free, 252)],
  "Sortino ratio": [(r, w) => rollingSortinoRatio(r, w, 0.001, 252), (r) => sortinoRatio(r, 0.001, 252)],
  "downside deviation": [(r, w) => rollingDownsideDeviation(r, w, 0.001, 252), (r) => downsideDeviation(r, 0.001, 252)],
};

/** The greatest relative difference; Infinity where one has a value and the other has none. */
function greatestError(fast: Float64Array, plain: Float64Array): number {
  if (fast.length !== plain.length) return Infinity;
  const errors = plain.map((wanted, i) => {
    if (Number.isNaN(wanted) || Number.isNaN(fast[i]!))
      return Number.isNaN(wanted) === Number.isNaN(fast[i]!) ? 0 : Infinity;
    return fast[i] === wanted ? 0 : Math.abs(fast[i]! - wanted) / Math.abs(wanted);
  });
  return errors.reduce((most, error) => Math.max(most, error), 0);
}

/** The rolling returns of design/benchmarks.md: a linear congruential generator, 0 first. */
function benchReturns(count: number): Float64Array {
  let state = 3;
  return Float64Array.from({ length: count }, (_, d) => {
    if (d === 0) return 0;
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (((state >>> 8) % 20001) - 9990) / 1e6;
  });
}

const calm = benchReturns(1500);
if (calm[1] !== 0.009881 || calm[3] !== 0.006836) throw new Error("These are not the returns of benchmarks.md.");
const at = (place: number, value: number) => calm.map((item, i) => (i === place ? value : item));
const stressed: Record<string, Float64Array> = {
  calm,
  "a day of 500 %": at(700, 5),
  "a thousandfold day at the end of a block": at(755, 1000),
  "a thousandfold day at the beginning of a block": at(756, 1000),
  "a day of 1e9": at(700, 1e9),
  "a total loss": at(700, -1),
  "a large mean": calm.map((value) => value + 1e6),
  "two levels": calm.map((value, i) => value + (i % 600 < 300 ? 0 : 1e3)),
  "tiny values": calm.map((value) => value * 1e-9),
  "flat stretches": calm.map((value, i) => (i > 400 && i < 1100 ? 0.1 : value)),
  "missing values, and a stretch of them": calm.map((value, i) =>
    i % 7 === 3 || (i > 500 && i < 900) ? Number.NaN : value,
  ),
};

describe("the fast rolling measures", () => {
  for (const [name, [fast, plain]] of Object.entries(pairs)) {
    it.each(Object.entries(stressed))(`${name} is that of each window: %s`, (label, returns) => {
      // A product of 252 such returns is beyond a double, on either way.
      const isBeyond = name === "return" && ["a large mean", "two levels"].includes(label);
      const windows = isBeyond ? [1, 21] : [1, 2, 21, 252, 1500];
      for (const window of windows)
        expect(greatestError(fast(returns, window), rolling(plain, window)(returns))).toBeLessThan(1e-14);
    });
  }

  it("agree for any returns, gaps and windows", () => {
    const item = fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: -99_999, max: 200_000 }).map((value) => value / 1e5) },
      { weight: 1, arbitrary: fc.constant(Number.NaN) },
      { weight: 1, arbitrary: fc.constantFrom(0, 1000, -1) },
    );
    fc.assert(
      fc.property(fc.array(item, { maxLength: 40 }), fc.integer({ min: 1, max: 12 }), (list, window) => {
        const returns = Float64Array.from(list);
        for (const [fast, plain] of Object.values(pairs))
          expect(greatestError(fast(returns, window), rolling(plain, window)(returns))).toBeLessThan(1e-13);
      }),
    );
  });

  it("forget a great value to the last bit once it has left its block", () => {
    const clean = rollingVolatility(calm, 252, 252);
    const outlier = rollingVolatility(at(300, 1e12), 252, 252);
    // The window from 504 on shares no block with the outlier.
    expect([...outlier.subarray(504)]).toEqual([...clean.subarray(504)]);
  });

  it("leave an infinite return out, as the measures do", () => {
    const returns = [0.01, -0.02, Infinity, -0.01, 0.02];
    const direct = [0, 1, 2].map((at) => downsideDeviation(returns.slice(at, at + 3), 0, 12).value);
    expect(Array.from(rollingDownsideDeviation(returns, 3, 0, 12))).toEqual(direct);
  });
});

describe("rolling", () => {
  it("has one value for each whole window, and none for a series that is shorter", () => {
    // Hand: win or not, over windows of two.
    const last = rolling((window) => measured(window.at(-1)!), 2);
    expect([...last([1, 2, 3])]).toEqual([2, 3]);
    for (const [fast, plain] of Object.values(pairs)) {
      expect(fast(calm.slice(0, 20), 21).length).toBe(0);
      expect(rolling(plain, 21)(calm.slice(0, 20)).length).toBe(0);
      expect(fast(calm.slice(0, 21), 21).length).toBe(1);
      expect(fast(new Float64Array(), 1).length).toBe(0);
    }
  });

  it("is NaN where the metric has no value", () => {
    expect([...rollingVolatility([0.1, Number.NaN, 0.1, 0.1], 2, 252)]).toEqual([Number.NaN, Number.NaN, 0]);
    expect([...rollingSharpeRatio([0.1, 0.1], 2, free, 252)]).toEqual([Number.NaN]);
    expect([...rollingReturn([0.5, Number.NaN, 0.5, 1], 2)]).toEqual([Number.NaN, Number.NaN, 2]);
    expect([...rollingMean([Number.NaN, Number.NaN, 3], 2)]).toEqual([Number.NaN, 3]);
  });

  it("refuses a window that is none", () => {
    for (const window of [0, -1, 1.5, Number.NaN]) {
      expect(() => rolling(meanOf, window)).toThrow("Give a whole number of periods");
      for (const [fast] of Object.values(pairs)) expect(() => fast(calm, window)).toThrow("window is");
    }
  });
});

describe("rollingPairDeviations", () => {
  const others = calm.map((value, i) => 0.5 * value + ((i * 7919) % 1000) / 1e5);

  /** Two passes over the pairs of a window that are known. */
  function plainPair(start: number, window: number, a: Float64Array, b: Float64Array) {
    const known = Array.from({ length: window }, (_, i) => start + i).filter((i) => !Number.isNaN(a[i]! + b[i]!));
    const [meanA, meanB] = [mean(known.map((i) => a[i]!)), mean(known.map((i) => b[i]!))];
    const sum = (of: (i: number) => number) => known.reduce((total, i) => total + of(i), 0);
    return {
      count: known.length,
      squares: sum((i) => (a[i]! - meanA) ** 2),
      otherSquares: sum((i) => (b[i]! - meanB) ** 2),
      products: sum((i) => (a[i]! - meanA) * (b[i]! - meanB)),
    };
  }

  it.each([
    ["calm", calm, others],
    ["large means", calm.map((value) => value + 1e5), others.map((value) => value - 1e5)],
    ["an outlier", at(300, 1000), others],
    ["gaps in either", stressed["missing values, and a stretch of them"]!, at(3, Number.NaN)],
  ])("is that of each window: %s", (_, a, b) => {
    for (const window of [2, 63, 252]) {
      const rolled = rollingPairDeviations(a, b, window);
      for (let start = 0; start + window <= a.length; start += 17) {
        const plain = plainPair(start, window, a, b);
        const scale = Math.sqrt(plain.squares * plain.otherSquares);
        expect(rolled.counts[start]).toBe(plain.count);
        expect(Math.abs(rolled.squares[start]! - plain.squares)).toBeLessThanOrEqual(1e-12 * plain.squares);
        expect(Math.abs(rolled.otherSquares[start]! - plain.otherSquares)).toBeLessThanOrEqual(
          1e-12 * plain.otherSquares,
        );
        expect(Math.abs(rolled.products[start]! - plain.products)).toBeLessThanOrEqual(1e-12 * scale);
      }
    }
  });

  it("needs series of one length", () => {
    expect(() => rollingPairDeviations(calm, others.slice(1), 2)).toThrow("have 1500 and 1499 items");
  });
});
