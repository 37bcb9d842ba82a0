import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextTransactionRevision } from "../database/revision.ts";
import type { TransactionRow } from "../database/schema.ts";
import { isSameRecord } from "../database/record-changes.ts";
import { userAction } from "../journal/user-action.ts";
import { settingKey } from "../settings/setting-key.ts";
import { takeSequences } from "../transactions/entry-sequence.ts";
import { type PortfolioContent, portfolioContent } from "./portfolio-content.ts";
import { planTables } from "./restore-content.ts";

/** Records that are told apart by one field, with that field. */
const keys = {
  accounts: "id",
  instruments: "id",
  imports: "id",
  taxonomies: "id",
  targetAllocations: "id",
  goals: "id",
  notes: "id",
  watchlist: "instrumentId",
} as const;

/** What a merge would bring, or has brought. */
export interface MergeOutcome {
  /** Records that are only in the copy, by kind: they are added. */
  readonly added: Readonly<Record<string, number>>;
  /** Records that say something else in the copy: those that are here stay. */
  readonly kept: readonly { readonly kind: string; readonly id: string }[];
  /** Transactions of the copy that are here under another id, from the same line of a file. */
  readonly repeatedCount: number;
}

interface MergePlan {
  readonly outcome: MergeOutcome;
  readonly additions: Readonly<Record<string, readonly unknown[]>>;
  readonly transactions: readonly TransactionRow[];
}

/** What merging a copy would change; nothing is written. */
export async function previewMerge(database: PortfolioDatabase, content: PortfolioContent): Promise<MergeOutcome> {
  return planMerge(await portfolioContent(database, Object.keys(content.settings)), content).outcome;
}

/**
 * Adds what only the copy has; nothing that is here is changed or lost. One user action, which can be undone.
 */
export async function mergeContent(
  database: PortfolioDatabase,
  content: PortfolioContent,
  subject: string,
): Promise<MergeOutcome> {
  return userAction(database, { kind: "merge", subject }, database.tables, async () => {
    const plan = planMerge(await portfolioContent(database, Object.keys(content.settings)), content);
    const { accounts, imports, instruments, manualPrices, settings } = plan.additions;
    await database.accounts.bulkAdd([...accounts!] as never[]);
    await database.instruments.bulkAdd([...instruments!] as never[]);
    await database.importBatches.bulkAdd([...imports!] as never[]);
    await database.manualPrices.bulkAdd([...manualPrices!] as never[]);
    for (const table of planTables) await database.table(table).bulkAdd([...plan.additions[table]!]);
    await database.settings.bulkPut([...settings!] as never[]);
    // They take their place behind what is here, in the order of the copy.
    const first = await takeSequences(database, plan.transactions.length);
    await database.transactions.bulkAdd(plan.transactions.map((row, i) => ({ ...row, sequence: first + i })));
    await nextTransactionRevision(database);
    return plan.outcome;
  });
}

function planMerge(mine: PortfolioContent, copy: PortfolioContent): MergePlan {
  const kept: { kind: string; id: string }[] = [];
  const additions: Record<string, readonly unknown[]> = {};
  for (const [kind, key] of Object.entries(keys) as [keyof typeof keys, string][]) {
    const known = new Map((mine[kind] as readonly object[]).map((row) => [idOf(row, key), row]));
    additions[kind] = (copy[kind] as readonly object[]).filter((row) => {
      const here = known.get(idOf(row, key));
      if (here !== undefined && !isSameRecord(here, row)) kept.push({ kind, id: idOf(row, key) });
      return here === undefined;
    });
  }
  const priceOf = ({ instrumentId, date }: PortfolioContent["manualPrices"][number]): string =>
    JSON.stringify([instrumentId, date]);
  const priced = new Map(mine.manualPrices.map((price) => [priceOf(price), price]));
  additions["manualPrices"] = copy.manualPrices.filter((price) => {
    const here = priced.get(priceOf(price));
    if (here !== undefined && !isSameRecord(here, price)) kept.push({ kind: "manualPrices", id: priceOf(price) });
    return here === undefined;
  });
  additions["settings"] = Object.entries(copy.settings)
    .filter(([name]) => !(name in mine.settings))
    .map(([name, value]) => ({ key: settingKey(name), value }));
  const { transactions, repeatedCount } = missingTransactions(mine, copy, kept);
  const added = Object.fromEntries(
    [...Object.entries(additions), ["transactions", transactions] as const].map(([kind, rows]) => [kind, rows.length]),
  );
  return { outcome: { added, kept, repeatedCount }, additions, transactions };
}

function missingTransactions(
  mine: PortfolioContent,
  copy: PortfolioContent,
  kept: { kind: string; id: string }[],
): { readonly transactions: TransactionRow[]; readonly repeatedCount: number } {
  const known = new Map(mine.transactions.map((row) => [row.id, row]));
  const keysHere = new Set(mine.transactions.flatMap(({ importKey }) => importKey ?? []));
  let repeatedCount = 0;
  const transactions = copy.transactions.filter((row) => {
    const here = known.get(row.id);
    if (here !== undefined) {
      if (!isSameRecord({ ...here, sequence: 0 }, { ...row, sequence: 0 }))
        kept.push({ kind: "transactions", id: row.id });
      return false;
    }
    if (row.importKey === undefined || !keysHere.has(row.importKey)) return true;
    repeatedCount++;
    return false;
  });
  return { transactions, repeatedCount };
}

function idOf(row: object, key: string): string {
  return (row as Readonly<Record<string, string>>)[key]!;
}
