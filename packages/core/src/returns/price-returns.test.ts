import { describe, expect, it } from "vitest";
import { cumulativeReturn } from "./cumulative-return.ts";
import { logReturns } from "./log-returns.ts";
import { simpleReturns } from "./simple-returns.ts";

describe("simpleReturns and logReturns", () => {
  it("of 100, 110, 99 are 10 % and -10 %, and their logarithms", () => {
    expect([...simpleReturns([100, 110, 99])]).toEqual([0.1, -0.1]);
    const logs = logReturns([100, 110, 99]);
    expect(logs[0]).toBeCloseTo(0.09531017980432487, 16);
    expect(logs[1]).toBeCloseTo(-0.10536051565782631, 16);
  });

  it("of a constant price are 0, of one price none", () => {
    expect([...simpleReturns([7, 7, 7])]).toEqual([0, 0]);
    expect([...logReturns([7, 7])]).toEqual([0]);
    expect([simpleReturns([7]).length, logReturns([]).length]).toEqual([0, 0]);
  });

  it("are not known beside a price that is not above 0 or not known", () => {
    for (const bad of [0, -1, Number.NaN, Infinity]) {
      expect([...simpleReturns([1, 2, bad, 3, 6])]).toEqual([1, Number.NaN, Number.NaN, 1]);
      expect([...logReturns([1, 2, bad, 3, 3])]).toEqual([Math.log(2), Number.NaN, Number.NaN, 0]);
    }
  });

  it("of a fall to almost nothing keep their digits", () => {
    expect(logReturns([1, 1e-300])[0]).toBe(Math.log(1e-300));
    expect(logReturns([1e-300, 1e300])[0]).toBeCloseTo(600 * Math.LN10, 10);
  });
});

describe("cumulativeReturn", () => {
  it("is rounded once: 10 % up and 10 % down are -0.1 x 0.1", () => {
    expect(cumulativeReturn([0.1, -0.1]).value).toBe(-0.1 * 0.1);
    // The case metrics-edge/tiny (source: own).
    expect(cumulativeReturn([1e-9, -2e-9, 3e-9, 1e-9]).value).toBeCloseTo(2.999999997e-9, 24);
    expect(cumulativeReturn([0.1, -1, 5])).toEqual({ value: -1 });
  });

  it("is undefined for none and for a missing one", () => {
    expect([cumulativeReturn([]).reason, cumulativeReturn([0.1, Number.NaN]).reason]).toEqual([
      "too-few-observations",
      "missing-price",
    ]);
  });
});
