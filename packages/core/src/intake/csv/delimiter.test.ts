import { describe, expect, it } from "vitest";
import { detectDelimiter } from "./delimiter.ts";

describe("detectDelimiter", () => {
  it("takes the semicolon though amounts have decimal commas", () => {
    expect(detectDelimiter("date;price;amount;fee\n2025-03-15;110,25;-1102,50;-0,99\n")).toBe(";");
  });

  it("takes the comma though some cells hold semicolons", () => {
    expect(detectDelimiter("a,b,code\n1,2,O;P\n3,4,C;P\n")).toBe(",");
  });

  it("does not look inside quotation marks", () => {
    expect(detectDelimiter('a;b\n"1,000,000,000";"2,000,000"\n')).toBe(";");
  });

  it("takes the tab, and the comma when there is none", () => {
    expect(detectDelimiter("a\tb\n1,5\t2\n")).toBe("\t");
    expect(detectDelimiter("a\n1\n")).toBe(",");
  });

  it("is not led astray by a preamble", () => {
    expect(detectDelimiter("Account: 1, Individual, CAD\n\na;b;c\n1;2;3\n1;2;3\n")).toBe(";");
  });
});
