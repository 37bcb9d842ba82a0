import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, Decimal } from "./decimal.ts";
import { digitsAt, mostDigits, parseFixedPoint, powerOfTen, toDecimalString } from "./fixed-point.ts";

describe("parseFixedPoint", () => {
  it.each([
    ["0", 0n, 0],
    ["-0", 0n, 0],
    ["-0.00", 0n, 0],
    ["1.50", 15n, 1],
    [".5", 5n, 1],
    ["-.5", -5n, 1],
    ["5.", 5n, 0],
    ["+7.25", 725n, 2],
    ["1e3", 1000n, 0],
    ["-12.5E-3", -125n, 4],
    ["9007199254740993.000000000000000001", 9007199254740993000000000000000001n, 18],
  ])("reads %s", (text, digits, scale) => {
    expect(parseFixedPoint(text)).toEqual({ digits, scale });
  });

  it.each(["", ".", "-", "1,5", "0x10", "NaN", "Infinity", "1e", " 1", "1_000"])("refuses %j", (text) => {
    expect(() => parseFixedPoint(text)).toThrowError(expect.objectContaining({ code: "invalid-decimal" }));
  });

  it("refuses more digits than a column's scale can say, instead of losing the value", () => {
    expect(parseFixedPoint(`0.${"0".repeat(mostDigits - 1)}1`).scale).toBe(mostDigits);
    for (const text of [`0.${"0".repeat(mostDigits)}1`, "1e-200", "1e999999999", "1e9999999999999999"]) {
      expect(() => parseFixedPoint(text)).toThrowError(expect.objectContaining({ code: "invalid-decimal" }));
    }
  });

  it("is undone by toDecimalString, for every integer and scale", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
        fc.integer({ min: 0, max: 30 }),
        (digits, scale) => {
          const text = toDecimalString(digits, scale);
          expect(digitsAt(parseFixedPoint(text), scale)).toBe(digits);
          expect(text).toMatch(/^(0|-?\d+(\.\d*[1-9])?)$/);
          expect(new Decimal(text).times(`1e${scale}`).toFixed()).toBe(digits.toString());
        },
      ),
      { seed: 1 },
    );
  });
});

describe("powerOfTen", () => {
  it("is 1 followed by zeros", () => {
    expect([0, 1, 24, 60].map(powerOfTen)).toEqual([
      1n,
      10n,
      BigInt(`1${"0".repeat(24)}`),
      BigInt(`1${"0".repeat(60)}`),
    ]);
  });
});

describe("decimal", () => {
  it("takes text and whole numbers, and refuses what has already lost its digits or is not finite", () => {
    expect([decimal("1.10"), decimal(3), decimal(10n ** 30n)].map(String)).toEqual(["1.1", "3", `1${"0".repeat(30)}`]);
    for (const value of [0.1, 2 ** 53, Number.NaN, "one", new Decimal(Number.NaN), new Decimal(Infinity)]) {
      expect(() => decimal(value)).toThrowError(expect.objectContaining({ code: "invalid-decimal" }));
    }
  });

  it("keeps 60 digits and never writes an exponent", () => {
    expect(String(decimal("1").div(3))).toBe(`0.${"3".repeat(60)}`);
    expect(String(decimal("0.000000000000000000000000000001"))).toBe("0.000000000000000000000000000001");
  });
});
