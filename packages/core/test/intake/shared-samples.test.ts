import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { draftKeys } from "../../src/intake/index.ts";
import { asExpected, comparable, type ExpectedDraft } from "./expected-draft.ts";
import { economics, readBytes, readText, shuffledRecords, spokenLines } from "./reading.ts";

interface ExpectedFile {
  readonly format: string;
  readonly transactions: readonly ExpectedDraft[];
  readonly issues: readonly { readonly row: number; readonly code: string; readonly severity: string }[];
}

const shared = process.env["PORTFOLIO_SHARED"] ?? fileURLToPath(new URL("../../../../../shared", import.meta.url));
const folder = `${shared}/formats/samples`;
const present = existsSync(`${folder}/expected.json`);
const files = present
  ? (JSON.parse(readFileSync(`${folder}/expected.json`, "utf8")) as Record<string, ExpectedFile>)
  : {};

const samples = [
  { name: "questrade-activities", naming: "ticker" },
  { name: "interactive-brokers-activity-statement", naming: "ticker" },
  { name: "trading-212", naming: "isin" },
  { name: "degiro-account", naming: "isin" },
  { name: "charles-schwab-brokerage", naming: "ticker" },
  { name: "fidelity-history", naming: "ticker" },
  { name: "interactive-brokers-transaction-history", naming: "ticker" },
  { name: "revolut-trading", naming: "ticker" },
  { name: "scalable-capital", naming: "isin" },
  { name: "trade-republic", naming: "either" },
  { name: "wealthsimple-activities", naming: "ticker" },
  { name: "coinbase", naming: "ticker" },
  { name: "portfolio-performance-transactions", naming: "isin" },
  { name: "yahoo-finance-portfolio", naming: "ticker" },
] as const;

if (!present) console.warn("The shared samples are not here: set PORTFOLIO_SHARED to run their tests.");

describe.skipIf(!present)("the shared samples", () => {
  for (const { name, naming } of samples) {
    // Line ends are put in by the tests themselves.
    const text = (): string => readFileSync(`${folder}/${name}.csv`, "utf8").replaceAll("\r\n", "\n");
    const expected = (): ExpectedFile => files[`${name}.csv`]!;

    it(`${name} gives exactly the expected drafts in order`, async () => {
      const { drafts, format } = await readText(text());
      expect(format).toBe(expected().format);
      expect(drafts.map((draft) => asExpected(draft, naming))).toEqual(expected().transactions.map(comparable));
    });

    it(`${name} gives exactly the expected issues`, async () => {
      const { issues } = await readText(text());
      const found = issues.map(({ source, code, severity }) => ({ row: source.row, code, severity }));
      expect(found).toEqual(expected().issues.toSorted((a, b) => a.row - b.row));
    });

    it(`${name} is recognised with a byte-order mark and with CRLF`, async () => {
      const plain = await readText(text());
      for (const variant of [`\uFEFF${text()}`, text().replaceAll("\n", "\r\n"), text().replaceAll("\n", "\r")]) {
        expect((await readText(variant)).drafts).toEqual(plain.drafts);
      }
    });

    it(`${name} is the same in UTF-16`, async () => {
      const plain = await readText(text());
      const wide = await readBytes(new Uint8Array(Buffer.from(`\uFEFF${text()}`, "utf16le")));
      expect(wide.encoding).toBe("utf-16le");
      expect(wide.drafts).toEqual(plain.drafts);
    });

    it(`${name} accounts for every row`, async () => {
      const result = await readText(text());
      expect(result.rowCount).toBe(spokenLines(result).size + result.structureRows);
    });

    it(`${name} has distinct keys that a second reading repeats`, async () => {
      const keys = draftKeys((await readText(text())).drafts);
      expect(new Set(keys).size).toBe(keys.length);
      expect(draftKeys((await readText(text())).drafts)).toEqual(keys);
    });

    it(`${name} gives the same drafts when its rows are shuffled`, async () => {
      const plain = await readText(text());
      for (const seed of [1, 2, 3, 4, 5]) {
        const mixed = await readText(shuffledRecords(text(), plain, seed));
        expect(mixed.drafts.map(economics).toSorted()).toEqual(plain.drafts.map(economics).toSorted());
        expect(mixed.issues.map(({ code }) => code).toSorted()).toEqual(
          plain.issues.map(({ code }) => code).toSorted(),
        );
      }
    });
  }
});

describe.skipIf(!present)("the shared sample of Ghostfolio's JSON", () => {
  const text = (): string => readFileSync(`${folder}/ghostfolio-export.json`, "utf8");
  const paths = (rows: readonly number[]): readonly string[] => rows.map((row) => `activities[${row - 1}]`);

  it("gives exactly the expected drafts in order", async () => {
    const expected = files["ghostfolio-export.json"]!;
    const { drafts, format } = await readText(text());
    expect(format).toBe(expected.format);
    const found = drafts.map((draft) => ({ ...asExpected(draft, "ticker"), rows: paths(draft.rows) }));
    expect(found).toEqual(expected.transactions.map(comparable));
    expect(draftKeys(drafts)).toEqual([...new Set(draftKeys(drafts))]);
  });

  it("gives exactly the expected issues", async () => {
    const { issues } = await readText(text());
    const found = issues.map(({ source, code, severity }) => ({
      row: source.row === undefined ? source.column : paths([source.row])[0],
      code,
      severity,
    }));
    const byCode = (a: { code: string }, b: { code: string }): number => Number(a.code > b.code) - 0.5;
    expect(found.toSorted(byCode)).toEqual(files["ghostfolio-export.json"]!.issues.toSorted(byCode));
  });
});
