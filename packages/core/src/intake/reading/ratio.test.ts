import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "../../numbers/decimal.ts";
import { readRatio, splitRatio } from "./ratio.ts";

const ratio = (numerator: string, denominator: string) => ({ numerator, denominator });

describe("splitRatio", () => {
  it("is in lowest terms", () => {
    expect(splitRatio(new Decimal(90), new Decimal(30))).toEqual(ratio("3", "1"));
    expect(splitRatio(new Decimal(10), new Decimal(40))).toEqual(ratio("1", "4"));
    expect(splitRatio(new Decimal("12.5"), new Decimal("1.25"))).toEqual(ratio("10", "1"));
  });

  it("keeps the proportion of any two numbers of units", () => {
    const units = fc.integer({ min: 1, max: 10 ** 9 });
    fc.assert(
      fc.property(units, units, (to, from) => {
        const found = splitRatio(new Decimal(to).dividedBy(1000), new Decimal(from).dividedBy(1000));
        expect(BigInt(found?.numerator ?? 0) * BigInt(from)).toBe(BigInt(found?.denominator ?? 0) * BigInt(to));
      }),
    );
  });

  it("is undefined without units on either side", () => {
    expect(splitRatio(new Decimal(5), new Decimal(0))).toBeUndefined();
    expect(splitRatio(new Decimal(-1), new Decimal(1))).toBeUndefined();
  });
});

describe("readRatio", () => {
  it("reads the usual spellings", () => {
    expect(["4:1", "4 for 1", "4-for-1", " 4/1 ", "4"].map(readRatio)).toEqual(
      Array.from({ length: 5 }, () => ratio("4", "1")),
    );
    expect(readRatio("1 for 10")).toEqual(ratio("1", "10"));
    expect(readRatio("2.5:1")).toEqual(ratio("5", "2"));
  });

  it("is undefined for other text", () => {
    expect(["", "x", "4:0", "4:1:1", "-4:1"].map(readRatio)).toEqual(Array.from({ length: 5 }, () => undefined));
  });
});
