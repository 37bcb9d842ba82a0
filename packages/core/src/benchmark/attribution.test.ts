import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attribution, type AttributionSegment } from "./attribution.ts";

/** Carl Bacon, Practical Portfolio Performance Measurement and Attribution, chapter 5: the table of three countries. */
const bacon: AttributionSegment[] = [
  { segment: "UK", weights: [0.4], contributions: [0.4 * 0.2], benchmarkWeights: [0.4], benchmarkReturns: [0.1] },
  {
    segment: "Japan",
    weights: [0.3],
    contributions: [0.3 * -0.05],
    benchmarkWeights: [0.2],
    benchmarkReturns: [-0.04],
  },
  { segment: "US", weights: [0.3], contributions: [0.3 * 0.06], benchmarkWeights: [0.4], benchmarkReturns: [0.08] },
];

function repeated(segment: AttributionSegment, periods: number): AttributionSegment {
  const many = (column: ArrayLike<number>): number[] => Array.from({ length: periods }, () => column[0]!);
  return {
    segment: segment.segment,
    weights: many(segment.weights),
    contributions: many(segment.contributions),
    benchmarkWeights: many(segment.benchmarkWeights),
    benchmarkReturns: many(segment.benchmarkReturns),
  };
}

describe("attribution", () => {
  it("is the published one for a single period", () => {
    const { value } = attribution(bacon);
    expect(value!.portfolioReturn).toBeCloseTo(0.083, 14);
    expect(value!.benchmarkReturn).toBeCloseTo(0.064, 14);
    const [uk, japan, us] = value!.segments;
    expect(uk).toMatchObject({ allocation: expect.closeTo(0, 14), selection: expect.closeTo(0.04, 14) });
    expect(japan!.allocation).toBeCloseTo(-0.0104, 14);
    expect(japan!.selection).toBeCloseTo(-0.002, 14);
    expect(japan!.interaction).toBeCloseTo(-0.001, 14);
    expect(us!.allocation).toBeCloseTo(-0.0016, 14);
    expect(us!.selection).toBeCloseTo(-0.008, 14);
    expect(us!.interaction).toBeCloseTo(0.002, 14);
    expect(value!.allocation).toBeCloseTo(-0.012, 14);
    expect(value!.selection).toBeCloseTo(0.03, 14);
    expect(value!.interaction).toBeCloseTo(0.001, 14);
  });

  it("keeps the proportions of effects that repeat", () => {
    const { value } = attribution(bacon.map((segment) => repeated(segment, 12)));
    expect(value!.activeReturn).toBeCloseTo(1.083 ** 12 - 1.064 ** 12, 12);
    expect(value!.selection / value!.allocation).toBeCloseTo(0.03 / -0.012, 10);
  });

  it("a segment that left with a gain on its last day counts that gain once", () => {
    const { value } = attribution([
      { segment: "sold", weights: [0], contributions: [0.01], benchmarkWeights: [0.5], benchmarkReturns: [0.02] },
      { segment: "cash", weights: [1], contributions: [0], benchmarkWeights: [0.5], benchmarkReturns: [0] },
    ]);
    expect(value!.allocation + value!.selection + value!.interaction).toBeCloseTo(value!.activeReturn, 15);
  });

  it("is undefined without periods, with unknown numbers and after a total loss", () => {
    const one = { segment: "a", weights: [1], benchmarkWeights: [1], benchmarkReturns: [0.1] };
    expect(attribution([])).toEqual({ value: undefined, reason: "too-few-observations" });
    expect(attribution([{ ...one, contributions: [Number.NaN] }]).reason).toBe("missing-price");
    expect(attribution([{ ...one, contributions: [-1] }]).reason).toBe("no-capital");
    expect(attribution([{ ...one, contributions: [0.1] }]).value!.activeReturn).toBe(0);
  });

  it("adds up to the active return over any periods, and is nothing against oneself", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const change = fc.double({ min: -0.5, max: 0.5, noNaN: true });
    const period = fc.record({ weight: share, benchmarkWeight: share, a: change, b: change, c: change, d: change });
    fc.assert(
      fc.property(fc.array(period, { minLength: 1, maxLength: 20 }), (periods) => {
        const of = <Value>(pick: (each: (typeof periods)[number]) => Value): Value[] => periods.map(pick);
        const first = {
          segment: "first",
          weights: of((p) => p.weight),
          contributions: of((p) => p.weight * p.a),
          benchmarkWeights: of((p) => p.benchmarkWeight),
          benchmarkReturns: of((p) => p.b),
        };
        const second = {
          segment: "second",
          weights: of((p) => 1 - p.weight),
          contributions: of((p) => (1 - p.weight) * p.c),
          benchmarkWeights: of((p) => 1 - p.benchmarkWeight),
          benchmarkReturns: of((p) => p.d),
        };
        const value = attribution([first, second]).value!;
        expect(value.allocation + value.selection + value.interaction).toBeCloseTo(value.activeReturn, 9);
        const same = attribution(
          [first, second].map((s) => ({
            ...s,
            weights: s.benchmarkWeights,
            contributions: s.benchmarkWeights.map((weight, t) => weight * s.benchmarkReturns[t]!),
          })),
        ).value!;
        expect(Math.abs(same.allocation) + Math.abs(same.selection) + Math.abs(same.interaction)).toBeLessThan(1e-9);
      }),
      { endOnFailure: true },
    );
  });

  it("adds up when the portfolio has no capital for a while", () => {
    const { value } = attribution([
      {
        segment: "shares",
        weights: [0, 0.6],
        contributions: [0, 0.03],
        benchmarkWeights: [0.5, 0.5],
        benchmarkReturns: [0.08, 0.04],
      },
      {
        segment: "cash",
        weights: [0, 0.4],
        contributions: [0, 0.004],
        benchmarkWeights: [0.5, 0.5],
        benchmarkReturns: [0.01, 0.01],
      },
    ]);
    expect(value!.activeReturn).toBeCloseTo(1.034 - 1.045 * 1.025, 14);
    expect(value!.allocation + value!.selection + value!.interaction).toBeCloseTo(value!.activeReturn, 14);
  });

  it("refuses weights that do not add up to 1, and columns of different lengths", () => {
    const [first, ...others] = bacon;
    const wrong = expect.objectContaining({ code: "invalid-weights" });
    expect(() => attribution([{ ...first!, weights: [0.3] }, ...others])).toThrowError(wrong);
    expect(() => attribution([{ ...first!, benchmarkWeights: [0.5] }, ...others])).toThrowError(wrong);
    expect(() => attribution([{ ...first!, weights: [0.4, 0.4] }, ...others])).toThrowError(
      expect.objectContaining({ code: "length-mismatch" }),
    );
  });

  it("is undefined beyond the doubles", () => {
    const one = { segment: "all", weights: [1, 1], benchmarkWeights: [1, 1], benchmarkReturns: [0, 0] };
    expect(attribution([{ ...one, contributions: [1e200, 1e200] }]).reason).toBe("out-of-range");
  });
});
