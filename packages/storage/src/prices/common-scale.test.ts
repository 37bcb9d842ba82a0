import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atScale, commonScale } from "./common-scale.ts";

const safe = fc.nat(2 ** 53 - 1);

describe("commonScale", () => {
  it("is the finest where all values fit, and else the finest that fits", () => {
    const of = (...rows: [number, number][]) =>
      commonScale(rows.map(([scale, value]) => ({ scale, values: Float64Array.of(value) })));
    expect([of([2, 100], [4, 5]), of([0, 9_007_199_254_740_991], [1, 5]), of([0, 0], [40, 5])]).toEqual([4, 0, 22]);
    expect(of([0, 900_719_925_474_099], [1, 5])).toBe(1);
  });

  it("leaves every value a safe integer", () => {
    const row = fc.tuple(fc.nat(18), safe).map(([scale, value]) => ({ scale, values: Float64Array.of(value) }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const scale = commonScale(rows);
        for (const { values, scale: own } of rows)
          expect(Number.isSafeInteger(atScale(values[0]!, own, scale))).toBe(true);
      }),
    );
  });
});

describe("atScale", () => {
  it("is exact to a finer scale and half-even to a coarser one", () => {
    fc.assert(
      fc.property(safe, fc.nat(17), (value, digits) => {
        const unit = 10n ** BigInt(digits);
        const doubled = (BigInt(value) * 2n) / unit;
        const isTie = BigInt(value) % unit === unit / 2n && digits > 0;
        const expected = isTie ? doubled / 2n + ((doubled / 2n) % 2n) : (doubled + 1n) / 2n;
        expect(BigInt(atScale(value, digits, 0))).toBe(digits === 0 ? BigInt(value) : expected);
      }),
    );
    const small = fc.nat(2 ** 20);
    fc.assert(
      fc.property(small, fc.nat(9), (value, digits) => {
        expect(BigInt(atScale(value, 0, digits))).toBe(BigInt(value) * 10n ** BigInt(digits));
      }),
    );
    expect([atScale(25, 1, 0), atScale(35, 1, 0), atScale(24, 1, 0), atScale(9, 30, 0)]).toEqual([2, 4, 2, 0]);
  });
});
