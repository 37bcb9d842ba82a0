import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenize } from "./tokenize.ts";

describe("tokenize", () => {
  it("counts physical lines through blank lines and quoted line ends", async () => {
    const { rows } = await tokenize('a,b\n\n1,"x\ny\n\nz"\n,\n2,3', ",");
    expect(rows).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 3, cells: ["1", "x\ny\n\nz"] },
      { line: 8, cells: ["2", "3"] },
    ]);
  });

  it("gives the same rows for LF, CRLF, CR and a mixture", async () => {
    const lines = ["a;b", "", '1;"x', 'y"', "2;3", ""];
    const expected = await tokenize(lines.join("\n"), ";");
    for (const end of ["\r\n", "\r"]) expect(await tokenize(lines.join(end), ";")).toEqual(expected);
    expect(await tokenize('a;b\r\n\r1;"x\ny"\r\n2;3\n', ";")).toEqual(expected);
  });

  it("tells a quotation that never closes from one that does not match", async () => {
    expect((await tokenize('a,b\n1,"x\n2,y\n', ",")).faults).toEqual([{ line: 2, lastLine: 4, unclosed: true }]);
    expect((await tokenize('a,b\n1,"x"y\n2,"z"\n3,4\n', ",")).faults).toEqual([
      { line: 2, lastLine: 3, unclosed: false },
    ]);
  });

  it("gives back any cells that were quoted, on their lines", async () => {
    const cell = fc
      .string({ unit: fc.constantFrom("a", ",", '"', "\n", " ", "é"), maxLength: 6 })
      .map((text) => `x${text}`);
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, async (cells) => {
        const records = cells.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(","));
        const { rows, faults } = await tokenize(records.join("\n"), ",");
        let line = 1;
        const expected = cells.map((row, index) => {
          const start = line;
          line += records[index]?.split("\n").length ?? 1;
          return { line: start, cells: row };
        });
        expect(rows).toEqual(expected);
        expect(faults).toEqual([]);
      }),
    );
  });
});
