import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divideHalfEven, divideHalfUp, divideToSignificantDigits } from "./rounding.ts";

const numerators = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const denominators = fc
  .oneof(fc.bigInt({ min: 1n, max: 10n }), fc.bigInt({ min: 1n, max: 10n ** 15n }))
  .chain((n) => fc.constantFrom(n, -n));

/** Twice the distance of a rounded quotient from the true one, in units of the denominator: at most 1 when it is nearest. */
function twiceOff(numerator: bigint, denominator: bigint, quotient: bigint): bigint {
  return 2n * (quotient * denominator - numerator);
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}

describe("divideHalfEven", () => {
  it.each([
    [5n, 2n, 2n],
    [7n, 2n, 4n],
    [-5n, 2n, -2n],
    [-7n, 2n, -4n],
    [5n, -2n, -2n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
    [0n, 9n, 0n],
  ])("%s / %s = %s", (n, d, q) => {
    expect(divideHalfEven(n, d)).toBe(q);
  });

  it("is nearest, and even where two are equally near", () => {
    fc.assert(
      fc.property(numerators, denominators, (n, d) => {
        const q = divideHalfEven(n, d);
        const off = size(twiceOff(n, d, q));
        expect(off <= size(d)).toBe(true);
        expect(off < size(d) || q % 2n === 0n).toBe(true);
      }),
      { seed: 2 },
    );
  });
});

describe("divideHalfUp", () => {
  it("is nearest, and away from zero where two are equally near", () => {
    fc.assert(
      fc.property(numerators, denominators, (n, d) => {
        const q = divideHalfUp(n, d);
        const off = size(twiceOff(n, d, q));
        expect(off <= size(d)).toBe(true);
        expect(off < size(d) || size(q * d) > size(n)).toBe(true);
      }),
      { seed: 3 },
    );
  });
});

describe("divideToSignificantDigits", () => {
  it.each([
    [1n, 3n, 5, 33333n, 5],
    [2n, 3n, 5, 66667n, 5],
    [1n, 8n, 34, 125n, 3],
    [999999n, 1000n, 3, 1000n, 0],
    [200n, 3n, 34, 6666666666666666666666666666666667n, 32],
    [0n, 7n, 15, 0n, 0],
  ])("%s / %s to %s digits is %s at scale %s", (n, d, digits, expected, scale) => {
    expect(divideToSignificantDigits(n, d, digits)).toEqual({ digits: expected, scale });
  });

  it("is off by at most half a unit of its last digit", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 20n }),
        fc.bigInt({ min: 1n, max: 10n ** 20n }),
        fc.integer({ min: 1, max: 34 }),
        (n, d, digits) => {
          const result = divideToSignificantDigits(n, d, digits);
          const shift = digits + 45;
          const exact = (n * 10n ** BigInt(shift)) / d;
          const got = result.digits * 10n ** BigInt(shift - result.scale);
          expect(size(got - exact) * 2n * 10n ** BigInt(digits - 1) <= exact + 2n * 10n ** BigInt(digits)).toBe(true);
        },
      ),
      { seed: 4 },
    );
  });
});
