import { describe, expect, it } from "vitest";
import { priceUnit } from "../../../../src/plugins/app/quotes/quotation-unit.ts";

describe("priceUnit", () => {
  it.each([
    ["GBP", { currency: "GBP", quotationUnit: null }],
    ["GBp", { currency: "GBP", quotationUnit: "GBp" }],
    ["ZAc", { currency: "ZAR", quotationUnit: "ZAc" }],
    ["ILA", { currency: "ILS", quotationUnit: "ILA" }],
    [null, { currency: null, quotationUnit: null }],
    ["usd", { currency: null, quotationUnit: null }],
    ["", { currency: null, quotationUnit: null }],
  ])("reads %s", (currency, unit) => {
    expect(priceUnit(currency)).toEqual(unit);
  });
});
