import type { Account, Instrument } from "@portfolio/core";
import type { Goal } from "../database/goal.ts";
import type { Note } from "../database/note.ts";
import type { StoredTargetAllocation } from "../database/stored-target-allocation.ts";
import type { Taxonomy } from "../database/taxonomy.ts";
import type { WatchedInstrument } from "../database/watched-instrument.ts";
import { stagedImports, visibleRows } from "../transactions/staged-rows.ts";
import { settingKey } from "../settings/setting-key.ts";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import type { ImportBatch, ManualPrice, TransactionRow } from "../database/schema.ts";

/** Everything of a portfolio that only the person has: what can be fetched or computed again is left out. */
export interface PortfolioContent {
  readonly accounts: readonly Account[];
  readonly instruments: readonly Instrument[];
  /** Newest first. */
  readonly imports: readonly ImportBatch[];
  readonly manualPrices: readonly ManualPrice[];
  /** In the order of entry. */
  readonly transactions: readonly TransactionRow[];
  readonly taxonomies: readonly Taxonomy[];
  readonly targetAllocations: readonly StoredTargetAllocation[];
  readonly goals: readonly Goal[];
  readonly notes: readonly Note[];
  readonly watchlist: readonly WatchedInstrument[];
  /** By name; only those that were asked for and are set. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Reads a portfolio in one IndexedDB transaction, so that all of it is of one moment. */
export async function portfolioContent(
  database: PortfolioDatabase,
  settingNames: readonly string[],
): Promise<PortfolioContent> {
  const { accounts, importBatches, instruments, manualPrices, settings, transactions } = database;
  const { goals, notes, targetAllocations, taxonomies, watchlist } = database;
  const plans = [goals, notes, targetAllocations, taxonomies, watchlist];
  const tables = [accounts, importBatches, instruments, manualPrices, settings, transactions, ...plans];
  return database.transaction("r", tables, async () => {
    const [allAccounts, allInstruments, batches, prices, rows, values, staged] = await Promise.all([
      accounts.toArray(),
      instruments.toArray(),
      importBatches.orderBy("importedAt").toArray(),
      manualPrices.toArray(),
      transactions.toArray(),
      settings.bulkGet(settingNames.map(settingKey)),
      stagedImports(database),
    ]);
    const chosen = settingNames.flatMap((name, i) =>
      values[i] === undefined ? [] : [[name, values[i].value] as const],
    );
    const known = new Set(allInstruments.map(({ id }) => id));
    return {
      accounts: allAccounts,
      instruments: allInstruments,
      imports: batches.reverse(),
      // Earlier versions left typed prices behind when an import was undone with its instruments: nothing shows them.
      manualPrices: prices.filter(({ instrumentId }) => known.has(instrumentId)),
      transactions: visibleRows(rows, staged).sort((a, b) => a.sequence - b.sequence),
      taxonomies: await taxonomies.toArray(),
      targetAllocations: await targetAllocations.toArray(),
      goals: await goals.toArray(),
      notes: await notes.toArray(),
      watchlist: await watchlist.toArray(),
      settings: Object.fromEntries(chosen),
    };
  });
}
