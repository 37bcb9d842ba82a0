import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignSeries, type DatedReturns } from "./align-series.ts";

/** The returns between the closes of some days of one path of values. */
function returnsOn(path: readonly number[], days: readonly number[]): DatedReturns {
  const [from, ...ends] = days as [number, ...number[]];
  return { from, days: ends, returns: ends.map((day, i) => path[day]! / path[days[i]!]! - 1) };
}

describe("alignSeries", () => {
  it("links what only one series knows into the next common day", () => {
    const scope = { from: 10, days: [11, 12, 15, 16], returns: [0.01, 0.02, 0.03, 0.04] };
    const index = { from: 10, days: [11, 13, 15, 17], returns: [0.02, 0.05, 0.01, 0.09] };
    const aligned = alignSeries(scope, index)!;
    expect([aligned.from, ...aligned.days]).toEqual([10, 11, 15]);
    expect(aligned.returns[1]).toBeCloseTo(1.02 * 1.03 - 1, 15);
    expect(aligned.benchmark[1]).toBeCloseTo(1.05 * 1.01 - 1, 15);
    expect([aligned.returns[0], aligned.benchmark[0]]).toEqual([0.01, 0.02]);
  });

  it("begins with the first close that both have", () => {
    const scope = { from: 0, days: [5, 6], returns: [0.5, 0.1] };
    const index = { from: 5, days: [6], returns: [0.2] };
    expect(alignSeries(scope, index)).toEqual({
      from: 5,
      days: Float64Array.of(6),
      returns: Float64Array.of(0.1),
      benchmark: Float64Array.of(0.2),
    });
    expect(alignSeries({ from: 0, days: [], returns: [] }, { from: 0, days: [], returns: [] })?.days.length).toBe(0);
    expect(alignSeries(scope, { from: 1, days: [2], returns: [0] })).toBeUndefined();
  });

  it("keeps a stretch with an unknown return unknown, and no other", () => {
    const scope = { from: 0, days: [1, 2, 3], returns: [0.1, Number.NaN, 0.1] };
    const index = { from: 0, days: [2, 3], returns: [0.1, 0.1] };
    expect([...alignSeries(scope, index)!.returns]).toEqual([Number.NaN, 0.1]);
  });

  it("loses nothing: a path and a part of its own days return the same", () => {
    const path = fc.array(fc.tuple(fc.double({ min: 0.5, max: 2, noNaN: true }), fc.boolean()), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(path, (steps) => {
        const values = steps.reduce((list, [growth]) => [...list, list.at(-1)! * growth], [1]);
        const days = values.map((_, day) => day);
        const some = [0, ...days.slice(1).filter((day) => steps[day - 1]![1])];
        const aligned = alignSeries(returnsOn(values, days), returnsOn(values, some))!;
        expect([...aligned.days]).toEqual(some.slice(1));
        aligned.returns.forEach((value, i) =>
          expect(
            Math.abs(value / aligned.benchmark[i]! - 1) < 1e-9 || Math.abs(value - aligned.benchmark[i]!) < 1e-12,
          ).toBe(true),
        );
      }),
    );
  });

  it("refuses days out of order, or not as many as returns", () => {
    const index = { from: 0, days: [1], returns: [0] };
    expect(() => alignSeries({ from: 2, days: [1], returns: [0] }, index)).toThrow(/Sort them/);
    expect(() => alignSeries(index, { from: 0, days: [1, 1], returns: [0, 0] })).toThrow(/Sort them/);
    expect(() => alignSeries(index, { from: 0, days: [1, 2], returns: [0] })).toThrow(/items/);
  });
});
