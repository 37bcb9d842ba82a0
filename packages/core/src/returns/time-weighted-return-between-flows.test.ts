import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timeWeightedReturnBetweenFlows } from "./time-weighted-return-between-flows.ts";

const ofFlows = (startValue: number, endValue: number, ...flows: [amount: number, valueBefore: number][]) =>
  timeWeightedReturnBetweenFlows({
    startValue,
    endValue,
    flows: flows.map(([amount, valueBefore], day) => ({ day, amount, valueBefore })),
  });

describe("timeWeightedReturnBetweenFlows", () => {
  it("links the growth between flows", () => {
    // Conformance period-returns/three-subperiods (mathcelebrity.com, time weighted return) and two-half-periods
    // (learninvestmentperformance.com).
    expect(ofFlows(100_000, 100_000, [30_000, 112_000], [-42_000, 125_000]).value).toBeCloseTo(0.1878499915153572, 15);
    expect(ofFlows(100, 220, [95, 105])).toEqual({ value: 0.155 });
  });

  it("is the simple return without flows, and takes flows in any order", () => {
    expect(ofFlows(100, 110)).toEqual({ value: 0.1 });
    const flows = [
      { day: 9, amount: -42_000, valueBefore: 125_000 },
      { day: 1, amount: 30_000, valueBefore: 112_000 },
    ];
    expect(timeWeightedReturnBetweenFlows({ startValue: 100_000, endValue: 100_000, flows })).toEqual(
      timeWeightedReturnBetweenFlows({ startValue: 100_000, endValue: 100_000, flows: flows.toReversed() }),
    );
  });

  it("counts a part in which nothing was at work as 0, and can lose everything", () => {
    expect(ofFlows(0, 110, [100, 0])).toEqual({ value: 0.1 });
    expect(ofFlows(100, 110, [-120, 120], [100, 0])).toEqual({ value: 0.32 });
    expect(ofFlows(100, 0)).toEqual({ value: -1 });
  });

  it("is undefined with a reason: negative capital, a value that is not known", () => {
    expect(ofFlows(100, 110, [-120, 110]).reason).toBe("no-capital");
    expect(ofFlows(-1, 110).reason).toBe("no-capital");
    expect(ofFlows(100, 110, [5, Number.NaN]).reason).toBe("missing-price");
    expect(ofFlows(100, Number.NaN).reason).toBe("missing-price");
  });

  it("does not depend on the size of flows", () => {
    const growths = fc.array(
      fc.tuple(fc.double({ min: 0.5, max: 2, noNaN: true }), fc.integer({ min: 1, max: 10_000 })),
      {
        minLength: 1,
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(growths, (parts) => {
        let value = 1000;
        const flows: [number, number][] = parts.map(([growth, amount]) => {
          const before = value * growth;
          value = before + amount;
          return [amount, before];
        });
        const linked = parts.reduce((product, [growth]) => product * growth, 1) - 1;
        expect(Math.abs(ofFlows(1000, value, ...flows).value! - linked)).toBeLessThan(1e-13 * (2 + Math.abs(linked)));
      }),
    );
  });
});
