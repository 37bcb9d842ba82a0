import { concentration, effectiveHoldings, topShare } from "@portfolio/core/allocation";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

const weights = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 40 }).map((parts) => {
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / sum);
});

describe("concentration and effective holdings", () => {
  // US Department of Justice, "Herfindahl-Hirschman Index": shares of 30, 30, 20 and 20 percent have an index of 2,600.
  it("is the index of the Department of Justice as a fraction", () => {
    expect(concentration([0.3, 0.3, 0.2, 0.2]).value).toBeCloseTo(0.26, 15);
    expect(effectiveHoldings([0.3, 0.3, 0.2, 0.2]).value).toBeCloseTo(1 / 0.26, 12);
  });

  // Investopedia, "Herfindahl-Hirschman Index": eight firms, 1,296.
  it("is that of Investopedia's eight firms", () => {
    expect(concentration([0.1, 0.09, 0.12, 0.15, 0.12, 0.11, 0.15, 0.16]).value).toBeCloseTo(0.1296, 15);
  });

  it("is 1 for one holding, 1 / n for n equal ones", () => {
    expect(concentration([1])).toEqual({ value: 1 });
    expect(effectiveHoldings(Array.from({ length: 8 }, () => 0.125))).toEqual({ value: 8 });
  });

  it("is undefined without a value, and refuses what is no weight", () => {
    for (const none of [[], [0, 0], [1e-200]]) {
      expect(concentration(none)).toEqual({ value: undefined, reason: "no-capital" });
      expect(effectiveHoldings(none)).toEqual({ value: undefined, reason: "no-capital" });
    }
    for (const wrong of [Number.NaN, Infinity, -1e101])
      expect(() => concentration([0.5, wrong])).toThrowError(expect.objectContaining({ code: "invalid-weights" }));
    expect(concentration([1e100]).value).toBe(1e200);
  });

  it("lies between 1 / n and 1, does not look at the order, and falls when a holding is divided", () => {
    fc.assert(
      fc.property(weights, (of) => {
        const value = concentration(of).value!;
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
        expect(value).toBeGreaterThanOrEqual(1 / of.length - 1e-12);
        expect(concentration(of.toReversed()).value).toBeCloseTo(value, 14);
        expect(concentration([of[0]! / 2, of[0]! / 2, ...of.slice(1)]).value!).toBeLessThan(value);
      }),
    );
  });
});

describe("topShare", () => {
  it("adds up the largest weights", () => {
    expect(topShare([0.125, 0.5, 0.25, 0.125], 1)).toEqual({ value: 0.5 });
    expect(topShare([0.125, 0.5, 0.25, 0.125], 3)).toEqual({ value: 0.875 });
    expect(topShare([0.5, 0.25], 10)).toEqual({ value: 0.75 });
    expect(topShare([1.5, -0.5], 1)).toEqual({ value: 1.5 });
    expect(topShare([], 1)).toEqual({ value: undefined, reason: "no-capital" });
    expect(topShare([0], 1)).toEqual({ value: undefined, reason: "no-capital" });
    for (const count of [0, 1.5, Number.NaN])
      expect(() => topShare([1], count)).toThrowError(expect.objectContaining({ code: "invalid-weights" }));
  });

  it("grows with the count up to the sum of all", () => {
    fc.assert(
      fc.property(weights, (of) => {
        const shares = of.map((_, at) => topShare(of, at + 1).value!);
        shares.forEach((share, at) => expect(share).toBeGreaterThanOrEqual((shares[at - 1] ?? 0) - 1e-15));
        expect(shares.at(-1)).toBeCloseTo(1, 12);
      }),
    );
  });
});
