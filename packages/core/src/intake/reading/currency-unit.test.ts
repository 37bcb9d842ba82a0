import { describe, expect, it } from "vitest";
import { readCurrency } from "./currency-unit.ts";

describe("readCurrency", () => {
  it("keeps pence apart from pounds", () => {
    expect(readCurrency("GBp")).toMatchObject({ currency: "GBP", quotationUnit: "GBp" });
    expect(readCurrency("GBX")?.perCurrency.toString()).toBe("100");
    expect(readCurrency("GBP")?.quotationUnit).toBeUndefined();
    expect(readCurrency("gbp")?.perCurrency.toString()).toBe("1");
  });

  it("knows nothing but currencies", () => {
    expect(["", "EURO", "XXQ", "12"].map(readCurrency)).toEqual(Array.from({ length: 4 }, () => undefined));
  });
});
