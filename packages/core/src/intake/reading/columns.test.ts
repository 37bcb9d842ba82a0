import { describe, expect, it } from "vitest";
import { type Column, findHeader, locateColumns } from "./columns.ts";

const columns: readonly Column<"date" | "amount" | "note">[] = [
  { field: "date", names: ["date", "datum"], required: true },
  { field: "amount", names: ["amount", "total"], required: true },
  { field: "note", names: ["note"] },
];

describe("locateColumns", () => {
  it("trims, folds case, drops byte-order mark and ($)", () => {
    expect(locateColumns(["\uFEFFDATUM ", "Amount  ($)", ""], columns)?.at).toEqual({ date: 0, amount: 1 });
  });

  it("keeps the currency of a name", () => {
    expect(locateColumns(["Date", "Total (GBP)"], columns)?.currencies).toEqual({ amount: "GBP" });
    expect(locateColumns(["Date", "Total (abc)"], columns)).toBeUndefined();
  });

  it("is undefined without a required column", () => {
    expect(locateColumns(["Date", "Note"], columns)).toBeUndefined();
  });
});

describe("findHeader", () => {
  it("finds the header below a preamble of any length", () => {
    const preamble = Array.from({ length: 9 }, (_, index) => ({ line: index + 1, cells: ["Account", "1"] }));
    expect(findHeader([...preamble, { line: 11, cells: ["Note", "Date", "Amount"] }], columns)).toBe(9);
    expect(findHeader(preamble, columns)).toBeUndefined();
  });
});
