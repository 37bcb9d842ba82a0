import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { coreFolder, coreOptions, programOf } from "../documentation/core-program.ts";

/** What the compiler says of a line of code in core. */
function complaints(code: string): string[] {
  const file = `${coreFolder}src/planted.ts`;
  const program = programOf([file], coreOptions(), new Map([[file, `export const it: unknown = ${code};`]]));
  return program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

describe("the oldest platform", { timeout: 30_000 }, () => {
  it("is Node 22, or any host with the language of 2023, and core is compiled against no more than that", () => {
    const { engines } = JSON.parse(readFileSync(`${coreFolder}package.json`, "utf8")) as { engines: { node: string } };
    const { lib, target, types } = coreOptions();
    expect(engines.node).toBe(">=22");
    expect({ lib, target, types }).toEqual({ lib: ["lib.es2023.d.ts"], target: ts.ScriptTarget.ES2023, types: [] });
  });

  it.each(["[3, 1].toSorted()", "[1].findLast((one) => one > 0)", "BigInt64Array.of(1n)"])("has %s", (code) =>
    expect(complaints(code)).toEqual([]),
  );

  it.each([
    "Math.sumPrecise([1])",
    'RegExp.escape("a")',
    'Uint8Array.fromBase64("")',
    "Promise.withResolvers()",
    "Promise.try(() => 1)",
    "new Set([1]).union(new Set([2]))",
    "[1].values().map((one) => one)",
    "Object.groupBy([1], String)",
    "Array.fromAsync([1])",
    "Iterator.from([1])",
    "/a/v",
    "process.env",
    'Buffer.from("")',
    "document.title",
    "structuredClone(1)",
  ])("is not asked for %s", (code) => expect(complaints(code).length).toBeGreaterThan(0));
});
