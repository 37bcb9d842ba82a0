import { describe, expect, it } from "vitest";
import { PortfolioError } from "../outcome/portfolio-error.ts";
import { randomBelow } from "./random-below.ts";
import { bitsFrom, randomBits } from "./random-bits.ts";
import { normalVariates, studentVariates } from "./random-variate.ts";
import { reproducibleExponential } from "./reproducible-exponential.ts";
import { reproducibleLogarithm } from "./reproducible-logarithm.ts";
import { reproduciblePower } from "./reproducible-power.ts";

const first = (count: number, next: () => number): number[] => Array.from({ length: count }, next);

describe("randomBits", () => {
  it("is xoshiro128**: the vector of the rand_xoshiro crate for the state 1, 2, 3, 4", () => {
    expect(first(10, bitsFrom(1, 2, 3, 4))).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it("is seeded by SplitMix64, low words first: a transcription of both into Python's whole numbers", () => {
    expect(first(4, randomBits(0))).toEqual([3737715805, 2584255861, 2876756834, 3286328325]);
    expect(first(4, randomBits(1))).toEqual([1695105466, 1423115009, 634581793, 1068227753]);
    expect(first(4, randomBits(2 ** 53 - 1))).toEqual([1233166643, 1287031142, 661813442, 2960669951]);
  });

  it.each([-1, 0.5, 2 ** 53, Number.NaN])("refuses the seed %d", (seed) => {
    expect(() => randomBits(seed)).toThrow(PortfolioError);
  });
});

describe("randomBelow", () => {
  it("takes each number as often, and draws again above the last full round", () => {
    const bits = randomBits(3);
    const counts = new Float64Array(7);
    for (let i = 0; i < 70_000; i++) counts[randomBelow(bits, 7)]!++;
    // Chi squared of 6 degrees: above 22.5 once in a thousand.
    expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(22.5);
    const drawn = [2 ** 32 - 1, 8][Symbol.iterator]();
    expect(randomBelow(() => drawn.next().value!, 3)).toBe(2);
  });
});

describe("reproducible functions", () => {
  // mpmath 1.3.0 at 40 digits.
  it.each([
    [1e-300, -690.7755278982137],
    [0.5, -0.6931471805599453],
    [0.9, -0.10536051565782628],
    [1.0001, 0.00009999500033329732],
    [2, 0.6931471805599453],
    [12.3456789, 2.513306115209698],
    [1e18, 41.44653167389282],
  ])("logarithm of %d", (x, wanted) => {
    expect(Math.abs(reproducibleLogarithm(x) / wanted - 1)).toBeLessThan(4e-16);
  });

  it.each([
    [-700, 9.859676543759771e-305],
    [-1.5, 0.22313016014842982],
    [-0.001, 0.9990004998333749],
    [1e-9, 1.000000001],
    [0.3, 1.349858807576003],
    [0.35, 1.4190675485932573],
    [20.5, 799902177.4755054],
    [709, 8.218407461554972e307],
  ])("exponential of %d", (x, wanted) => {
    expect(Math.abs(reproducibleExponential(x) / wanted - 1)).toBeLessThan(4e-16);
  });

  it("keep to the ends of doubles", () => {
    expect([0, 1, Infinity].map(reproducibleLogarithm)).toEqual([-Infinity, 0, Infinity]);
    expect(reproducibleLogarithm(-1)).toBeNaN();
    expect(reproducibleLogarithm(5e-324)).toBeCloseTo(-744.4400719213812, 10);
    expect([0, -800, 800, -Infinity, Infinity].map(reproducibleExponential)).toEqual([1, 0, Infinity, 0, Infinity]);
    expect(reproducibleExponential(Number.NaN)).toBeNaN();
    expect([reproduciblePower(1.07, 1), reproduciblePower(0, 0.5), reproduciblePower(5, 0)]).toEqual([1.07, 0, 1]);
    expect(reproduciblePower(1.07, 30)).toBeCloseTo(7.612255042662042, 13);
  });
});

describe("variates", () => {
  it("are those of a transcription into Python, with its own logarithm", () => {
    const normal = first(4, normalVariates(randomBits(7)));
    const student = first(4, studentVariates(randomBits(7), 5));
    [-1.0767924888955929, -1.8439144812906327, 0.5066956535762346, 0.8640545996528864].forEach((wanted, i) =>
      expect(normal[i]).toBeCloseTo(wanted, 14),
    );
    [-1.0658309780050375, 0.4130228329973365, -0.09117257511662345, -0.6887363180576118].forEach((wanted, i) =>
      expect(student[i]).toBeCloseTo(wanted, 14),
    );
  });

  // Shares beyond 2 deviations: scipy 1.17.1, norm.sf(2) x 2 and t.sf(2 sqrt(5 / 3), 5) x 2.
  it.each([
    ["normal", normalVariates(randomBits(11)), 0.04550026389635839],
    ["student", studentVariates(randomBits(11), 5), 0.04931308767365267],
  ] as const)("%s: mean 0, deviation 1, no link from one to the next, tails of their kind", (_, next, beyond) => {
    const count = 400_000;
    const drawn = Float64Array.from({ length: count }, next);
    const average = (of: (value: number, i: number) => number): number =>
      drawn.reduce((sum, value, i) => sum + of(value, i), 0) / count;
    // Five standard errors each; the square of a t of 5 degrees has a deviation of sqrt(8).
    expect(Math.abs(average((value) => value))).toBeLessThan(5 / Math.sqrt(count));
    expect(Math.abs(average((value) => value * value) - 1)).toBeLessThan((5 * 2.9) / Math.sqrt(count));
    expect(Math.abs(average((value, i) => value * (drawn[i + 1] ?? 0)))).toBeLessThan(5 / Math.sqrt(count));
    expect(Math.abs(average((value) => Number(Math.abs(value) > 2)) - beyond)).toBeLessThan(
      (5 * Math.sqrt(beyond)) / Math.sqrt(count),
    );
  });
});
