import { describe, expect, it } from "vitest";
import { isPrice, priceText, rateText } from "../../../../src/plugins/app/quotes/price-text.ts";

describe("priceText", () => {
  it.each([
    [75.0899963378906, 2, "75.09"],
    [150, 2, "150.00"],
    [1234.5, 0, "1235"],
    [0.0042, 2, "0.0042"],
    [0.125, 2, "0.125"],
    [0.5, 2, "0.50"],
    [75.0875015258789, 4, "75.0875"],
  ])("writes %d with %d digits as %s", (value, digits, text) => {
    expect(priceText(value, digits)).toBe(text);
  });
});

describe("rateText", () => {
  it.each([
    [1.3554999828338623, "1.3555"],
    [0.006712345, "0.006712345"],
    [151.23399353027344, "151.234"],
    [1, "1"],
  ])("writes %d as %s", (value, text) => {
    expect(rateText(value)).toBe(text);
  });
});

describe("isPrice", () => {
  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e16, null, undefined, "12"])("refuses %s", (value) => {
    expect(isPrice(value)).toBe(false);
  });

  it("takes what is finite and above zero", () => {
    expect(isPrice(0.0001)).toBe(true);
  });
});
