import { expect, test } from "vitest";
import { type Dump, dumpOf, dumpText } from "./dump.ts";

test("a dump keeps what JSON does not: typed arrays, maps and bigints", () => {
  const row = { a: Int32Array.of(-1, 2), b: new Map([[1, { c: 3n }]]), d: Float64Array.of(0.5), e: [null, "x"] };
  const dump: Dump = { version: 10, stores: { t: "id" }, rows: { t: [row] } };
  expect(dumpOf(dumpText(dump))).toEqual(dump);
});
