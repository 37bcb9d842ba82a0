import { describe, expect, it } from "vitest";
import { normalProbability, normalQuantile } from "./normal-distribution.ts";
import { quantile } from "./quantile.ts";

describe("the normal distribution", () => {
  // Computed with mpmath 1.3.0 at 40 digits.
  it.each([
    [-37, 5.725571222524577e-300],
    [-10, 7.619853024160525e-24],
    [-5, 2.866515718791939e-7],
    [-3.0000001, 0.0013498975884453205],
    [-1, 0.15865525393145705],
    [-0.1, 0.460172162722971],
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [2.9999, 0.998649658717045],
    [3.5, 0.9997673709209645],
    [8, 0.9999999999999993],
  ])("has the probability below %d", (x, wanted) => {
    expect(Math.abs(normalProbability(x) / wanted - 1)).toBeLessThan(2e-13);
    expect(Math.abs(normalProbability(x) - wanted)).toBeLessThan(1e-15);
  });

  it.each([
    [1e-12, -7.034483825301132],
    [0.001, -3.0902323061678136],
    [0.01, -2.326347874040841],
    [0.05, -1.6448536269514726],
    [0.25, -0.6744897501960817],
    [0.5, 0],
    [0.975, 1.9599639845400543],
  ])("has the quantile of %d", (probability, wanted) => {
    expect(normalQuantile(probability)).toBeCloseTo(wanted, 13);
  });
});

describe("quantile", () => {
  it("is linear between the nearest: numpy's of 1, 2, 4", () => {
    const values = Float64Array.of(1, 2, 4);
    expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantile(values, share))).toEqual([1, 1.5, 2, 3, 4]);
    expect(quantile(Float64Array.of(7), 0.3)).toBe(7);
    expect(quantile(Float64Array.of(-1e308, 1e308), 0.5)).toBe(0);
  });
});
