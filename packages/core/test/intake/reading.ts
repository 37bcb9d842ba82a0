import { readFileSync } from "node:fs";
import { type ColumnMapping, type IntakeResult, readIntake, type TransactionDraft } from "../../src/intake/index.ts";

/** The day all intake tests call today. */
export const today = "2026-11-21";

/** Reads a text as a file. */
export function readText(text: string, mapping?: ColumnMapping): Promise<IntakeResult> {
  return readBytes(new TextEncoder().encode(text), mapping);
}

/** Reads bytes as a file. */
export function readBytes(bytes: Uint8Array, mapping?: ColumnMapping): Promise<IntakeResult> {
  return readIntake({ bytes, fileName: "file.csv", today, ...(mapping === undefined ? {} : { mapping }) });
}

/** A fixture's text. */
export function fixture(path: string): string {
  return readFileSync(new URL(`fixtures/${path}`, import.meta.url), "utf8");
}

/** A draft without its place in the file, as text that compares. */
export function economics(draft: TransactionDraft): string {
  const fields = Object.entries(draft).filter(([field]) => field !== "rows");
  return JSON.stringify(fields.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every line that ended in a draft or an issue. */
export function spokenLines({ drafts, issues }: IntakeResult): ReadonlySet<number> {
  return new Set([...drafts.flatMap(({ rows }) => rows), ...issues.flatMap(({ source }) => source.row ?? [])]);
}

/** Shuffles items with a small generator of its own, so that a seed repeats the order. */
export function shuffled<Item>(items: readonly Item[], seed: number): readonly Item[] {
  const order = [...items];
  let state = seed;
  for (let at = order.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const other = state % (at + 1);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

/** Shuffles the records of a file that was read: those between two lines of structure change places, each whole. */
export function shuffledRecords(text: string, result: IntakeResult, seed: number): string {
  const spoken = spokenLines(result);
  const blocks: { readonly record: string; readonly free: boolean }[][] = [];
  for (const { line, record } of recordsOf(text)) {
    const free = spoken.has(line);
    if (!free || blocks.at(-1)?.[0]?.free !== true) blocks.push([]);
    blocks.at(-1)!.push({ record, free });
  }
  return `${blocks.flatMap((block) => shuffled(block, seed).map(({ record }) => record)).join("\n")}\n`;
}

/** Lines with the number of their first one: a quoted cell may hold line ends, and `,,,,` continues the row above. */
function recordsOf(text: string): readonly { readonly line: number; readonly record: string }[] {
  const records: { line: number; record: string }[] = [];
  for (const [index, line] of text.trimEnd().split("\n").entries()) {
    const last = records.at(-1);
    const open = last !== undefined && last.record.split('"').length % 2 === 0;
    if (last !== undefined && (open || line.startsWith(",,,,"))) last.record += `\n${line}`;
    else records.push({ line: index + 1, record: line });
  }
  return records;
}
