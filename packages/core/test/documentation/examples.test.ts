import { afterAll, describe, expect, it } from "vitest";
import { rmSync } from "node:fs";
import { coreFolder, entryPoints, programOf } from "./core-program.ts";
import { exampleFaults } from "./example-faults.ts";
import { allExamples, examplesOfPage, examplesOfSource } from "./find-examples.ts";
import { publicSymbols } from "./public-symbols.ts";

/** What a newcomer calls first: each shows how in its doc comment. */
const shownByExample = [
  "packTransactions",
  "replayLedger",
  "editColumns",
  "followLedger",
  "holdingsOn",
  "lotsOn",
  "disposalsOf",
  "cashBalancesOn",
  "realizedGain",
  "dailyValuation",
  "valueDays",
  "dailySeries",
  "scopeOfTags",
  "issuesOf",
  "explain",
  "gainParts",
  "timeWeightedReturn",
  "moneyWeightedReturn",
  "xirr",
  "modifiedDietzReturn",
  "sharpeRatio",
  "holdingsSnapshot",
  "readIntake",
];

const wrongPage = `
\`\`\`ts
const half = decimal("0.5");
half.toString(); // => "0.5"
half.plus("0.1").toString(); // => "0.7"
\`\`\`

\`\`\`ts
console.log("one", 1);
\`\`\`

It prints:

\`\`\`
one 2
\`\`\`

\`\`\`ts
decimal("a lot");
\`\`\`

\`\`\`ts
const count: number = decimal("1");
\`\`\`
`;
const wrongSource = `
/**
 * Says something.
 *
 * @example
 * toEpochDay("1970-01-02"); // => 1
 * addDays("2026-01-31", 1);
 * // => "2026-02-02"
 * @see nothing
 */
`;

describe("the examples of the documentation", { timeout: 60_000 }, () => {
  afterAll(() => rmSync(`${coreFolder}.examples`, { recursive: true, force: true }));

  it("compile, run, and give the values they state", async () => {
    const { checked, faults } = await exampleFaults(allExamples(), "documentation");
    expect(faults).toEqual([]);
    expect(checked).toBeGreaterThan(40);
  });

  it("are there for what a newcomer calls first", () => {
    const program = programOf([...entryPoints.values()]);
    const withExample = publicSymbols(program, entryPoints)
      .filter(({ symbol }) => symbol.getJsDocTags(program.getTypeChecker()).some(({ name }) => name === "example"))
      .map(({ name }) => name);
    expect(shownByExample.filter((name) => !withExample.includes(name))).toEqual([]);
  });

  it("would fail", async () => {
    const wrong = [...examplesOfPage("page.md", wrongPage), ...examplesOfSource("source.ts", wrongSource)];
    const { checked, faults } = await exampleFaults(wrong, "wrong");
    expect(checked).toBe(5);
    expect(faults).toEqual([
      "page.md:23: Type 'Decimal' is not assignable to type 'number'.",
      "page.md:3 + 2: 0.6 instead of 0.7",
      "page.md:9: prints\none 1",
      expect.stringContaining('page.md:19: PortfolioError: "a lot" is not an exact decimal.'),
      "source.ts:6 + 1: 2026-02-01 instead of 2026-02-02",
    ]);
    await expect(exampleFaults([{ place: "p", code: "if (true) {\n  1; // => 1\n}" }], "stray")).rejects.toThrow(
      'p: a "// =>" stands neither beside nor below a statement.',
    );
  });
});
