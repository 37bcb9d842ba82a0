import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import type { ImportBatch, TransactionRow } from "../database/schema.ts";
import { instrumentIdsOf } from "../transactions/instrument-ids.ts";
import { rowsAtOnce, stagedImports } from "../transactions/staged-rows.ts";
import type { Findings } from "./findings.ts";

/** What a check needs from outside. */
export interface CheckOptions {
  /** What is wrong with a transaction, in a sentence; undefined when it is sound. */
  readonly transactionFault: (row: TransactionRow) => string | undefined;
  /** Waits until there is time again; called between pieces of work. */
  readonly pause?: () => Promise<void>;
}

/** What the rows of a portfolio refer to. */
export interface KnownIds {
  readonly accounts: ReadonlySet<string>;
  readonly instruments: ReadonlySet<string>;
  readonly batches: ReadonlyMap<string, ImportBatch>;
}

/** Looks at every transaction, piece by piece; answers those that count, in the order of entry. */
export async function checkRows(
  database: PortfolioDatabase,
  known: KnownIds,
  findings: Findings,
  { transactionFault, pause = () => Promise.resolve() }: CheckOptions,
): Promise<TransactionRow[]> {
  const { transactions } = database;
  const staged = await stagedImports(database);
  const rows: TransactionRow[] = [];
  const sequences = new Set<number>();
  const perBatch = new Map<string, number>();
  let next = ((await database.settings.get("sequence"))?.value as number | undefined) ?? 0;
  if (!Number.isSafeInteger(next)) next = 0;
  for (let last: string | undefined; ;) {
    const page: TransactionRow[] =
      last === undefined
        ? await transactions.orderBy("id").limit(rowsAtOnce).toArray()
        : await transactions.where("id").above(last).limit(rowsAtOnce).toArray();
    if (page.length === 0) break;
    last = page.at(-1)!.id;
    for (const row of page) {
      if (row.batchId !== undefined && staged.has(row.batchId)) continue;
      rows.push(row);
      if (row.batchId !== undefined) perBatch.set(row.batchId, (perBatch.get(row.batchId) ?? 0) + 1);
      const fault = transactionFault(row);
      if (fault !== undefined) findings.add("invalid-record", "transactions", row.id, fault);
      checkReferences(row, known, findings);
      checkSequence(row, { sequences, next }, findings);
    }
    await pause();
  }
  for (const [batchId, count] of perBatch) {
    const batch = known.batches.get(batchId);
    // Fewer are a matter of course: some were removed since.
    if (batch !== undefined && count > batch.transactionCount)
      findings.add(
        "wrong-import-count",
        "importBatches",
        batchId,
        `The import brought ${batch.transactionCount} transactions, but ${count} belong to it.`,
      );
  }
  return rows.sort((a, b) => a.sequence - b.sequence);
}

function checkReferences(row: TransactionRow, { accounts, batches, instruments }: KnownIds, findings: Findings): void {
  const unknown = (what: string, id: string): void =>
    findings.add("unknown-reference", "transactions", row.id, `The ${what} "${id}" is not there.`);
  if (!accounts.has(row.account)) unknown("account", row.account);
  for (const id of instrumentIdsOf(row)) if (!instruments.has(id)) unknown("instrument", id);
  if (row.batchId !== undefined && !batches.has(row.batchId)) unknown("import", row.batchId);
}

function checkSequence(
  { id, sequence }: TransactionRow,
  { sequences, next }: { readonly sequences: Set<number>; readonly next: number },
  findings: Findings,
): void {
  if (!Number.isSafeInteger(sequence) || sequence < 0)
    findings.add("invalid-record", "transactions", id, "It has no place in the order of entry.");
  else if (sequences.has(sequence))
    findings.add(
      "repeated-sequence",
      "transactions",
      id,
      `Its place ${sequence} in the order of entry is there twice.`,
    );
  else if (sequence >= next)
    findings.addRepairable(
      "wrong-counter",
      "transactions",
      id,
      `Its place ${sequence} in the order of entry would be given once more.`,
    );
  sequences.add(sequence);
}
