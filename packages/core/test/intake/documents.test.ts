import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { allBrokerFormats } from "../../src/intake/brokers/broker-formats.ts";
import { detectDelimiter } from "../../src/intake/csv/delimiter.ts";
import { tokenize } from "../../src/intake/csv/tokenize.ts";
import { documentFormats } from "../../src/intake/documents/document-formats.ts";
import { draftKeys } from "../../src/intake/index.ts";
import { asExpected, comparable, type ExpectedDraft, type Naming } from "./expected-draft.ts";
import { readText, spokenLines } from "./reading.ts";

interface ExpectedReading {
  readonly naming: Naming;
  readonly transactions: readonly ExpectedDraft[];
  readonly issues: readonly { readonly row?: number; readonly column?: string; readonly code: string }[];
  readonly statementCash: readonly { readonly currency: string; readonly amount: string }[];
}

const folder = new URL("documents/", import.meta.url);

function samplesOf(id: string): readonly { readonly name: string; readonly text: string }[] {
  const names = readdirSync(new URL(`${id}/`, folder)).filter((name) => name.startsWith("sample"));
  return names.map((name) => ({ name, text: readFileSync(new URL(`${id}/${name}`, folder), "utf8") }));
}

describe("every document format", () => {
  it("has a sample of its own here", () => {
    expect(documentFormats.map(({ id }) => id).toSorted()).toEqual(readdirSync(folder).toSorted());
  });

  for (const { id } of documentFormats) {
    const expected = JSON.parse(readFileSync(new URL(`${id}/expected.json`, folder), "utf8")) as Record<
      string,
      ExpectedReading
    >;
    it(`${id}: every sample has an expectation`, () => {
      expect(Object.keys(expected).toSorted()).toEqual(
        samplesOf(id)
          .map(({ name }) => name)
          .toSorted(),
      );
    });
    for (const { name, text } of samplesOf(id)) {
      const wanted = expected[name]!;
      it(`${id}, ${name}: each entry becomes what it must`, async () => {
        const result = await readText(text);
        expect(result.format).toBe(id);
        expect(result.drafts.map((draft) => asExpected(draft, wanted.naming))).toEqual(
          wanted.transactions.map(comparable),
        );
        const found = result.issues.map(({ source, code }) => ({ row: source.row, column: source.column, code }));
        expect(found).toEqual(wanted.issues.map(({ row, column, code }) => ({ row, column, code })));
        expect(result.statementCash ?? []).toEqual(wanted.statementCash);
      });

      it(`${id}, ${name}: no entry is dropped in silence, and each issue says what to do`, async () => {
        const result = await readText(text);
        expect(spokenLines(result).size + result.structureRows).toBe(result.rowCount);
        for (const { message, source } of result.issues) {
          expect(source.row === undefined ? source.column : source.row).toBeTruthy();
          expect(message).toMatch(/^.+[.] [A-Z].+[.]$/);
        }
      });

      it(`${id}, ${name}: a repeated import has the same keys, also with other line ends`, async () => {
        const keys = draftKeys((await readText(text)).drafts);
        expect(new Set(keys).size).toBe(keys.length);
        const again = text.replaceAll("\r\n", "\n").replaceAll("\n", "\r\n");
        expect(draftKeys((await readText(`\uFEFF${again}`)).drafts)).toEqual(keys);
      });

      it(`${id}, ${name}: no other format takes its file`, async () => {
        expect(documentFormats.filter(({ recognises }) => recognises(text)).map((format) => format.id)).toEqual([id]);
        const { rows } = await tokenize(text, detectDelimiter(text));
        expect(allBrokerFormats.filter(({ locate }) => locate(rows) !== undefined)).toEqual([]);
      });

      it(`${id}, ${name}: the result is plain data`, async () => {
        const result = await readText(text);
        expect(structuredClone(result)).toEqual(result);
      });
    }
  }
});
