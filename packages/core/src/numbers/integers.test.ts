import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decimalColumn,
  decimalTextOf,
  digitsOf,
  digitsOfAt,
  fixedPointOf,
  hasDecimal,
  setDecimal,
} from "./decimal-column.ts";
import { productError, sumError } from "./double-double.ts";
import { parseFixedPoint, toDecimalString } from "./fixed-point.ts";
import { integerAt, integerList, pushInteger, replaceLastInteger } from "./integer-list.ts";
import { asBigInt, minus, plus, times, toInteger } from "./integer.ts";
import { toBigInt, toSafeNumber } from "./safe-integer.ts";
import { pushWideInteger, wideIntegerAt, wideIntegerList } from "./wide-integer-list.ts";

const safe = fc.maxSafeInteger();
/** Around every boundary that a word has, and anything between. */
const edges = [0n, 31n, 32n, 52n, 53n, 63n, 64n, 95n, 126n, 127n, 128n, 191n].flatMap((bit) =>
  [-1n, 0n, 1n].flatMap((step) => [2n ** bit + step, -(2n ** bit) + step]),
);
const integers = fc.oneof(
  fc.constantFrom(...edges),
  fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n }),
  safe.map(BigInt),
);

describe("decimal columns", () => {
  it("give back what was written, whatever its size", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 20 })), {
          minLength: 1,
        }),
        (items) => {
          const column = decimalColumn(items.length);
          items.forEach(([digits, scale], row) => setDecimal(column, row, toDecimalString(digits, scale)));
          items.forEach(([digits, scale], row) => {
            const text = toDecimalString(digits, scale);
            expect(decimalTextOf(column, row)).toBe(text);
            expect(fixedPointOf(column, row)).toEqual(parseFixedPoint(text));
            expect(digitsOfAt(column, row, 24)).toBe(digits * 10n ** BigInt(24 - scale));
          });
        },
      ),
      { seed: 5 },
    );
  });

  it("hold 2^53 + 1, which no double does", () => {
    const column = decimalColumn(2);
    setDecimal(column, 0, "9007199254740993");
    expect(digitsOf(column, 0)).toBe(9007199254740993n);
    expect([hasDecimal(column, 0), hasDecimal(column, 1), decimalTextOf(column, 1)]).toEqual([true, false, undefined]);
  });
});

describe("safe integers", () => {
  it("go to BigInt and back", () => {
    fc.assert(
      fc.property(safe, (value) => toBigInt(value) === BigInt(value) && toSafeNumber(BigInt(value)) === value),
      { seed: 6 },
    );
    expect(toBigInt(-0)).toBe(0n);
  });

  it("are refused where a double would not be exact, also when the low 64 bits look harmless", () => {
    expect([2n ** 53n, -(2n ** 53n), 2n ** 64n + 5n, -(2n ** 64n) + 5n, 2n ** 63n].map(toSafeNumber)).toEqual(
      Array(5).fill(undefined),
    );
  });
});

describe("integer lists", () => {
  it("give back every integer", () => {
    fc.assert(
      fc.property(fc.array(integers, { maxLength: 300 }), (values) => {
        const narrow = integerList();
        const wide = wideIntegerList();
        values.forEach((value, i) => {
          pushInteger(narrow, i % 3 === 0 ? 7n : value);
          if (i % 3 === 0) replaceLastInteger(narrow, value);
          pushWideInteger(wide, value);
        });
        expect(values.map((_, i) => integerAt(narrow, i))).toEqual(values.map(toInteger));
        expect(values.map((_, i) => wideIntegerAt(wide, i))).toEqual(values);
      }),
      { seed: 7 },
    );
  });

  it("survive a structured clone", () => {
    const wide = wideIntegerList();
    for (const value of [1n, -(2n ** 127n), 2n ** 127n]) pushWideInteger(wide, value);
    const copy = structuredClone(wide);
    expect([0, 1, 2].map((i) => wideIntegerAt(copy, i))).toEqual([1n, -(2n ** 127n), 2n ** 127n]);
  });
});

describe("integers that are numbers while they are safe", () => {
  it("add, subtract and multiply exactly, and always in the same form", () => {
    fc.assert(
      fc.property(integers, integers, (a, b) => {
        const [x, y] = [toInteger(a), toInteger(b)];
        for (const [exact, result] of [
          [a + b, plus(x, y)],
          [a - b, minus(x, y)],
          [a * b, times(x, y)],
        ] as const) {
          expect(result).toBe(toInteger(exact));
          expect(asBigInt(result)).toBe(exact);
        }
      }),
      { seed: 9 },
    );
    expect(Object.is(times(0, -1), 0)).toBe(true);
  });
});

describe("double-double", () => {
  it("product + error is the exact product, sum + error the exact sum", () => {
    fc.assert(
      fc.property(safe, safe, (a, b) => {
        const product = a * b;
        expect(BigInt(product) + BigInt(productError(a, b, product))).toBe(BigInt(a) * BigInt(b));
        const [wide, sum] = [a * 2 ** 20, a * 2 ** 20 + b];
        expect(BigInt(sum) + BigInt(sumError(wide, b, sum))).toBe(BigInt(wide) + BigInt(b));
      }),
      { seed: 8 },
    );
  });
});
