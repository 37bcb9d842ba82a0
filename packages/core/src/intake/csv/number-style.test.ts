import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalSignOf, type DecimalSign, isAbsentNumber, parseNumber } from "./number-style.ts";

const asText = (cell: string, sign: DecimalSign = "point"): string | undefined => parseNumber(cell, sign)?.toString();

describe("parseNumber", () => {
  const seen: readonly (readonly [string, string, DecimalSign?])[] = [
    ["1,234.56", "1234.56"],
    ["1.234,56", "1234.56", "comma"],
    ["1 234,56", "1234.56", "comma"],
    ["1\u202F234,56", "1234.56", "comma"],
    ["0'000.00", "0"],
    ["1'234'567.5", "1234567.5"],
    ["$1,234.56", "1234.56"],
    ["-$694.48", "-694.48"],
    ["-$40503.61", "-40503.61"],
    ["($1,500.00)", "-1500"],
    ["(-$5.00)", "-5"],
    ["\u20AC338.92698", "338.92698"],
    ["USD 52.07", "52.07"],
    ["USD -0.08", "-0.08"],
    ["89,162.28 SEK", "89162.28"],
    ["625000", "625000"],
    [".9232", "0.9232"],
    ["1.0E-5", "0.00001"],
    ["-2.637591265E-4", "-0.0002637591265"],
    ["18S", "18"],
    ["@189.00", "189"],
    ["\u221212.5", "-12.5"],
    ["+7", "7"],
    ["1,0295", "1.0295", "comma"],
  ];
  for (const [cell, value, sign] of seen) {
    it(`reads ${JSON.stringify(cell)}`, () => {
      expect(asText(cell, sign)).toBe(value);
    });
  }

  it("lets the column decide what could be either, and the cell what cannot", () => {
    expect([asText("1,234", "point"), asText("1,234", "comma")]).toEqual(["1234", "1.234"]);
    expect([asText("778.25", "point"), asText("778.25", "comma")]).toEqual(["778.25", "778.25"]);
    expect([asText("0,123", "point"), asText("0,123", "comma")]).toEqual(["0.123", "0.123"]);
  });

  const refused = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "1,23,4",
    "1.2.3",
    "12 34",
    "--5",
    "-$-5",
    "abc",
    "1e999",
    "1%",
    "()",
    ".",
    "9".repeat(41),
  ];
  for (const cell of refused) {
    it(`refuses ${JSON.stringify(cell)}`, () => {
      expect([parseNumber(cell, "point"), parseNumber(cell, "comma")]).toEqual([undefined, undefined]);
    });
  }

  it("tells absent from zero", () => {
    expect(["", " ", "-", "--", "n/a", "Not available", "0", "0.00"].map(isAbsentNumber)).toEqual([
      ...Array.from({ length: 6 }, () => true),
      false,
      false,
    ]);
  });
});

/** Amounts written in both styles, with two digits after the sign. */
const amount = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }).map((cents) => {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  const units = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ",");
  const point = `${cents < 0 ? "-" : ""}${units}.${digits.slice(-2)}`;
  const comma = point.replaceAll(/[.,]/g, (sign) => (sign === "." ? "," : "."));
  return { point, comma, plain: point.replaceAll(",", "") };
});

describe("a column of amounts", () => {
  it("is read the same in either style, whatever its numbers", () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 20 }), (amounts) => {
        for (const style of ["point", "comma"] as const) {
          const cells = amounts.map((written) => written[style]);
          expect(decimalSignOf(cells)).toBe(style);
          expect(cells.map((cell) => parseNumber(cell, style)?.toFixed(2))).toEqual(
            amounts.map(({ plain }) => plain.replace(/^-(0\.00)$/, "$1")),
          );
        }
      }),
    );
  });

  it("is undecided when every number could be either", () => {
    expect(decimalSignOf(["1,234", "12", "", "n/a", "text"])).toBeUndefined();
  });

  it("never throws on any text", () => {
    expect(() => fc.assert(fc.property(fc.string(), (cell) => void parseNumber(cell, "point")))).not.toThrow();
  });
});
