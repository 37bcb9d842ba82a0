import { packTransactions } from "@portfolio/core";
import { compactColumns } from "@portfolio/core/edits";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { transactionRevisionOf } from "../database/revision.ts";
import type { TransactionRow, YearPack } from "../database/schema.ts";
import { journalHead } from "../journal/journal-head.ts";
import { stagedImports } from "../transactions/staged-rows.ts";
import { fromChunks } from "../transactions/transaction-chunk.ts";
import type { Findings } from "./findings.ts";

/** Compares packed transactions with the rows they were packed from; chunks of another revision count for nothing. */
export async function checkChunks(
  database: PortfolioDatabase,
  rows: readonly TransactionRow[],
  findings: Findings,
): Promise<number> {
  const revision = await transactionRevisionOf(database);
  const chunks = await database.transactionColumns.toArray();
  const wrong = (detail: string): void => findings.addRepairable("wrong-chunks", "transactionColumns", 0, detail);
  if (chunks.length === 0 || chunks.some((chunk) => chunk.revision !== revision)) return chunks.length;
  const columns = fromChunks(chunks, revision);
  if (columns === undefined) {
    wrong("A packed piece of the transactions is missing.");
    return chunks.length;
  }
  // Rows that cannot be packed are a finding of their own.
  const wanted = packed(rows);
  if (wanted === undefined) return chunks.length;
  if (columns.count !== wanted.count) wrong(`${columns.count} transactions are packed, but ${wanted.count} are there.`);
  else if (!isSameData(compactColumns(columns), compactColumns(wanted)))
    wrong("The packed transactions say something else than the transactions.");
  return chunks.length;
}

function packed(rows: readonly TransactionRow[]): ReturnType<typeof packTransactions> | undefined {
  try {
    return packTransactions(
      rows,
      rows.map(({ sequence }) => sequence),
    );
  } catch {
    return undefined;
  }
}

/** Looks at year packs, at what was fetched for nobody, and at what was left behind. */
export async function checkCaches(
  database: PortfolioDatabase,
  instruments: ReadonlySet<string>,
  findings: Findings,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ["pricePacks", "ratePacks"] as const) {
    const packs = await database[table].toArray();
    counts[table] = packs.length;
    for (const pack of packs)
      if (!isSoundPack(pack))
        findings.addRepairable("wrong-pack", table, pack.year, `The prices of ${pack.year} cannot be read.`);
  }
  const covered = await database.priceCoverage.toCollection().primaryKeys();
  const quoted = await database.quotes.toCollection().primaryKeys();
  for (const [table, ids] of [["priceCoverage", covered] as const, ["quotes", quoted] as const])
    for (const id of ids)
      if (!instruments.has(id))
        findings.addRepairable("orphan-cache", table, id, `The instrument "${id}" is not there.`);
  for (const batchId of await stagedImports(database))
    findings.addRepairable(
      "left-behind",
      "transactions",
      batchId,
      "Rows of an import that was cut off are still there.",
    );
  const { position, steps } = await journalHead(database);
  const found = new Set(await database.journal.toCollection().primaryKeys());
  const isWhole = steps.every(({ step }) => found.has(step)) && found.size === steps.length && position >= 0;
  if (!isWhole) findings.addRepairable("wrong-journal", "journal", position, "The steps of undo are not complete.");
  return counts;
}

/** Whether a pack has the shape it says. */
export function isSoundPack({ dayCount, ids, scales, values, year }: YearPack): boolean {
  return (
    (dayCount === 365 || dayCount === 366) &&
    Number.isSafeInteger(year) &&
    scales.length === ids.length &&
    values.length === ids.length * dayCount &&
    new Set(ids).size === ids.length
  );
}

/** Whether two columns, maps or plain values hold the same. */
function isSameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (a instanceof Map && b instanceof Map)
    return a.size === b.size && [...a].every(([key, value]) => b.has(key) && isSameData(value, b.get(key)));
  if (ArrayBuffer.isView(a) && ArrayBuffer.isView(b)) {
    const [one, other] = [a as Int32Array, b as Int32Array];
    return one.length === other.length && one.every((value, i) => Object.is(value, other[i]));
  }
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isSameData(a[key as keyof typeof a], b[key as keyof typeof b]));
}
