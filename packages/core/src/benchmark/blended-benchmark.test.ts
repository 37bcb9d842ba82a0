import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toEpochDay } from "../calendar/plain-date.ts";
import { blendedBenchmark, type RebalancingRule } from "./blended-benchmark.ts";

const days = ["2025-11-28", "2025-12-01", "2025-12-31", "2026-01-02"].map(toEpochDay);
const half = (returns: readonly number[], others: readonly number[]) => [
  { weight: 0.5, returns },
  { weight: 0.5, returns: others },
];

describe("blendedBenchmark", () => {
  it("drifts until a period of its rule begins", () => {
    const parts = half([1, 0.1, 0.1, 0.1], [0, 0, 0, 0]);
    // Hand: 0.5; then (1 and 0.5) 0.1 / 1.5, or 0.05 once set back; (1.1 and 0.5) 0.11 / 1.6; (0.55 and 0.5) 0.055 / 1.05.
    const wanted: Record<RebalancingRule, number[]> = {
      daily: [0.5, 0.05, 0.05, 0.05],
      monthly: [0.5, 0.05, 0.055 / 1.05, 0.05],
      quarterly: [0.5, 0.1 / 1.5, 0.11 / 1.6, 0.05],
      yearly: [0.5, 0.1 / 1.5, 0.11 / 1.6, 0.05],
      never: [0.5, 0.1 / 1.5, 0.11 / 1.6, 0.121 / 1.71],
    };
    for (const [rule, values] of Object.entries(wanted)) {
      const blended = blendedBenchmark({ days, parts }, rule as RebalancingRule);
      values.forEach((value, i) => expect([rule, i, blended[i]?.toFixed(12)]).toEqual([rule, i, value.toFixed(12)]));
    }
  });

  it("sets quarters back in the middle of a year, which a yearly blend does not", () => {
    const spring = ["2026-03-31", "2026-04-01"].map(toEpochDay);
    const parts = half([1, 0.1], [0, 0]);
    expect(blendedBenchmark({ days: spring, parts }, "quarterly")[1]).toBeCloseTo(0.05, 14);
    expect(blendedBenchmark({ days: spring, parts }, "yearly")[1]).toBeCloseTo(0.1 / 1.5, 14);
  });

  it("is buy and hold: the weighted growth of its parts", () => {
    const column = fc.array(fc.double({ min: -0.3, max: 0.3, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(column, column, (one, other) => {
        const growth = (returns: Iterable<number>): number => [...returns].reduce((product, r) => product * (1 + r), 1);
        const blended = blendedBenchmark({ days, parts: half(one, other) }, "never");
        expect(growth(blended)).toBeCloseTo((growth(one) + growth(other)) / 2, 12);
      }),
    );
  });

  it("is its part where it has one, and knows nothing until the weights are set back", () => {
    expect([...blendedBenchmark({ days, parts: [{ weight: 1, returns: [0.5, 0.25, 0, -1] }] }, "never")]).toEqual([
      0.5, 0.25, 0, -1,
    ]);
    const parts = half([Number.NaN, 0.1, 0.1, 0.1], [0, 0, 0, 0]);
    expect(blendedBenchmark({ days, parts }, "never").every(Number.isNaN)).toBe(true);
    expect(blendedBenchmark({ days, parts }, "monthly")[1]).toBeCloseTo(0.05, 14);
    const unused = [...half([0, 0, 0, 0], [0, 0, 0, 0]), { weight: 0, returns: days.map(() => Number.NaN) }];
    expect([...blendedBenchmark({ days, parts: unused }, "never")]).toEqual([0, 0, 0, 0]);
    expect(blendedBenchmark({ days: [], parts: half([], []) }, "daily").length).toBe(0);
  });

  it("has nothing left after more than a total loss", () => {
    const borrowed = [
      { weight: 2, returns: [-0.6, 0.1, 0.1, 0.1] },
      { weight: -1, returns: [0, 0, 0, 0] },
    ];
    const blended = blendedBenchmark({ days, parts: borrowed }, "never");
    expect(blended[0]).toBeCloseTo(-1.2, 14);
    expect(blended[1]).toBeNaN();
  });

  it("refuses weights that do not add up, parts of another length, days out of order", () => {
    expect(() => blendedBenchmark({ days, parts: [{ weight: 0.6, returns: [0, 0, 0, 0] }] }, "daily")).toThrow(
      /add up to 0.6/,
    );
    expect(() => blendedBenchmark({ days, parts: [] }, "daily")).toThrow(/add up to 0/);
    expect(() => blendedBenchmark({ days, parts: [{ weight: 1, returns: [0] }] }, "daily")).toThrow(/items/);
    expect(() => blendedBenchmark({ days: [2, 1], parts: [{ weight: 1, returns: [0, 0] }] }, "daily")).toThrow(/Sort/);
  });
});
