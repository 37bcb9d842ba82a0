import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalColumn, digitsOf, setDecimal } from "./decimal-column.ts";
import { parseFixedPoint } from "./fixed-point.ts";

const digits = fc.stringMatching(/^[0-9]{0,22}$/);

/** Decimal texts of every shape: signs, points at either end, zeros, exponents. */
const decimalText = fc
  .tuple(fc.constantFrom("", "-", "+"), digits, fc.constantFrom("", "."), digits, fc.constantFrom("", "", "e3", "E-4"))
  .map((parts) => parts.join(""))
  .filter((text) => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text));

describe("setDecimal", () => {
  it("writes what parseFixedPoint reads, by whichever way", () => {
    fc.assert(
      fc.property(decimalText, (text) => {
        const column = decimalColumn(1);
        setDecimal(column, 0, text);
        const { digits: wanted, scale } = parseFixedPoint(text);
        expect([digitsOf(column, 0), column.scales[0]]).toEqual([wanted, scale]);
        expect(Object.is(column.values[0], -0)).toBe(false);
      }),
      { seed: 602, numRuns: 2000 },
    );
  });

  it.each(["", "-", ".", "1,5", "1 000", "0x10", "1e", "--1", "1.2.3", "Infinity"])("refuses %j", (text) => {
    expect(() => setDecimal(decimalColumn(1), 0, text)).toThrowError(
      expect.objectContaining({ code: "invalid-decimal" }),
    );
  });
});
