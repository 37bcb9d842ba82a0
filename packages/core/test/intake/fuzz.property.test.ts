import * as fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { IntakeResult } from "../../src/intake/index.ts";
import { economics, readBytes, readText, spokenLines } from "./reading.ts";

interface Sample {
  readonly id: string;
  readonly text: string;
}

function samplesIn(folder: string, isSample: (name: string) => boolean): readonly Sample[] {
  const root = new URL(`${folder}/`, import.meta.url);
  return readdirSync(root).flatMap((id) =>
    readdirSync(new URL(`${id}/`, root))
      .filter(isSample)
      .map((name) => ({ id: `${id}/${name}`, text: readFileSync(new URL(`${id}/${name}`, root), "utf8") })),
  );
}

const tables = samplesIn("fixtures", (name) => name === "activities.csv");
const samples = [...tables, ...samplesIn("documents", (name) => name.startsWith("sample"))];
const longestMs = 2000;

/** What must hold of every file: plain amounts, every row accounted for, in bounded time. */
async function soundReading(bytes: Uint8Array): Promise<IntakeResult> {
  const start = performance.now();
  const result = await readBytes(bytes);
  expect(performance.now() - start).toBeLessThan(longestMs);
  // A file of no known format gives its header and first rows only, with an issue that says so.
  const accounted =
    result.format === undefined
      ? result.issues.some(({ code }) => code === "unreadable-file")
      : spokenLines(result).size + result.structureRows === result.rowCount;
  expect(accounted).toBe(true);
  for (const { tradeDate, grossAmount = "0", quantity = "0", feeAmount = "0" } of result.drafts) {
    expect(tradeDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    for (const amount of [grossAmount, quantity, feeAmount]) expect(amount).toMatch(/^-?\d+(\.\d+)?$/);
  }
  return result;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const anySample = fc.constantFrom(...samples);
const place = fc.double({ min: 0, max: 1, noNaN: true });

function cut(text: string, at: number): string {
  return text.slice(0, Math.floor(at * text.length));
}

function flipped(bytes: Uint8Array, changes: readonly (readonly [number, number])[]): Uint8Array {
  const changed = Uint8Array.from(bytes);
  for (const [at, byte] of changes) changed[Math.floor(at * (changed.length - 1))] = byte;
  return changed;
}

describe("hostile files", () => {
  it("random bytes are read or refused, never thrown at the caller", async () => {
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
      await soundReading(bytes);
    });
    await expect(fc.assert(property, { numRuns: 300 })).resolves.toBeUndefined();
  });

  it("cut files keep the account of their rows", async () => {
    const property = fc.asyncProperty(anySample, place, async ({ text }, at) => {
      await soundReading(bytesOf(cut(text, at)));
    });
    await expect(fc.assert(property, { numRuns: 500 })).resolves.toBeUndefined();
  }, 60_000);

  it("flipped bytes keep the account of the rows", async () => {
    const changes = fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 20 });
    const property = fc.asyncProperty(anySample, changes, async ({ text }, flips) => {
      await soundReading(flipped(bytesOf(text), flips));
    });
    await expect(fc.assert(property, { numRuns: 500 })).resolves.toBeUndefined();
  }, 60_000);

  it("other delimiters and line ends keep the account of the rows", async () => {
    const delimiters = fc.constantFrom(",", ";", "\t", "|");
    const property = fc.asyncProperty(anySample, delimiters, delimiters, async ({ text }, from, to) => {
      await soundReading(bytesOf(text.replaceAll(from, to).replaceAll("\n", "\r")));
    });
    await expect(fc.assert(property, { numRuns: 300 })).resolves.toBeUndefined();
  }, 60_000);

  it("a cell of a million characters, deep nesting and prototype names are met in bounded time", async () => {
    const long = "x".repeat(1_000_000);
    const [header = "", row = ""] = tables
      .find(({ id }) => id.startsWith("coinbase/"))!
      .text.split("\n")
      .slice(3);
    const hostile = [
      ...samples.map(({ text }) => text.replaceAll(/[a-z]{4}(?=[^a-z])/g, "__proto__")),
      `${header}\n${row.replace("BTC", long)}\n`,
      `${header}\n${"1".repeat(1_000_000)},${row}\n`,
      `{"meta":{},"activities":[${"[".repeat(500_000)}`,
      `{"meta":{},"activities":${"[".repeat(20_000)}${"]".repeat(20_000)}}`,
      `<OFX>${"<A>".repeat(300_000)}`,
      `<OFX><!DOCTYPE a [<!ENTITY b "${long}">]><A>&b;</A></OFX>`,
    ];
    for (const text of hostile) {
      const { rowCount } = await soundReading(bytesOf(text));
      expect(rowCount).toBeLessThan(100);
    }
  }, 60_000);
});

describe("files that are the same in another guise", () => {
  for (const { id, text } of samples) {
    it(`${id}: UTF-16 and a byte-order mark change nothing`, async () => {
      const plain = await readText(text);
      const wide = await readBytes(new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le")));
      expect(wide.drafts).toEqual(plain.drafts);
      expect((await readText(`\uFEFF${text}`)).drafts).toEqual(plain.drafts);
    });
  }
});

/** Letters and signs that neither end a cell nor a row. */
const harmless = fc.constantFrom(..."0123456789.-+abcxyzXYZ€/: $%".split(""));

/** The lines on which a draft rests that could speak of the change: its own, and all that an issue names. */
function isSpokenFor(rows: readonly number[], issues: ReadonlySet<number>): boolean {
  return rows.some((row) => issues.has(row));
}

describe("a changed row", () => {
  it("leaves the drafts of other rows as they were, or says so", async () => {
    const property = fc.asyncProperty(fc.constantFrom(...tables), place, harmless, async ({ text }, at, sign) => {
      const before = await readText(text);
      const index = Math.floor(at * (text.length - 1));
      if (/[\n",;\t]/.test(text[index]!)) return;
      const line = text.slice(0, index).split("\n").length;
      // Lines above the header speak of every row: only rows of their own are changed.
      if (!spokenLines(before).has(line)) return;
      const after = await readText(text.slice(0, index) + sign + text.slice(index + 1));
      if (after.format !== before.format || before.header.length === 0) return;
      const issues = new Set(after.issues.flatMap(({ source }) => source.row ?? []));
      const kept = new Set(after.drafts.map(economics));
      // A split given as shares added counts the holding, so it rightly follows the row that made it.
      const others = before.drafts.filter(({ rows, kind }) => !rows.includes(line) && kind !== "split");
      for (const draft of others) {
        const joined = after.drafts.some(
          ({ rows }) => rows.includes(line) && draft.rows.some((row) => rows.includes(row)),
        );
        expect(kept.has(economics(draft)) || joined || isSpokenFor(draft.rows, issues)).toBe(true);
      }
    });
    await expect(fc.assert(property, { numRuns: 1500 })).resolves.toBeUndefined();
  }, 120_000);
});
