import { expect, test } from "vitest";
import { priceDateFault } from "./price-date-fault.ts";

test.each(["", "2026-11", "0002-11-20", "1899-12-31", "12026-11-20", "2026-11-22", "2027-01-01"])(
  "a price of %s is refused",
  (date) => {
    expect(priceDateFault(date, "2026-11-21")).not.toBe("");
  },
);

test.each(["2026-11-21", "2026-11-20", "1900-01-01"])("a price of %s is taken", (date) => {
  expect(priceDateFault(date, "2026-11-21")).toBe("");
});
