import { Dexie, type EntityTable, type Table } from "dexie";
import { recordChanges } from "./record-changes.ts";
import type { JournalRows, JournalStep } from "./journal-step.ts";
import type { Goal } from "./goal.ts";
import type { Note } from "./note.ts";
import type { StoredTargetAllocation } from "./stored-target-allocation.ts";
import type { Taxonomy } from "./taxonomy.ts";
import type { WatchedInstrument } from "./watched-instrument.ts";
import { initial } from "./migrations/0001-initial.ts";
import { plansAndJournal } from "./migrations/0002-plans-and-journal.ts";
import { strictIndexedDb } from "./strict-indexed-db.ts";
import type {
  Account,
  Coverage,
  ImportBatch,
  Instrument,
  ManualPrice,
  SettingRow,
  StoredQuote,
  TransactionChunk,
  TransactionRow,
  YearPack,
} from "./schema.ts";

/** Dexie stores version n as 10 n. */
const nativeVersion = 20;

/** The name of a person's own portfolio, and of the sample that must never touch it. */
export type PortfolioName = "portfolio" | "portfolio-sample" | (string & {});

/**
 * One portfolio in IndexedDB. Rows are the source of truth; `transactionColumns` are derived and may always be dropped;
 * packs and quotes are caches of what sources sent.
 *
 * Opened by workers, one connection per tab. Writes of a person's data are strict: on disk before they are confirmed.
 */
export class PortfolioDatabase extends Dexie {
  declare readonly transactions: EntityTable<TransactionRow, "id">;
  declare readonly transactionColumns: EntityTable<TransactionChunk, "index">;
  declare readonly accounts: EntityTable<Account, "id">;
  declare readonly instruments: EntityTable<Instrument, "id">;
  declare readonly importBatches: EntityTable<ImportBatch, "id">;
  declare readonly pricePacks: EntityTable<YearPack, "year">;
  declare readonly ratePacks: EntityTable<YearPack, "year">;
  declare readonly priceCoverage: EntityTable<Coverage, "id">;
  declare readonly rateCoverage: EntityTable<Coverage, "id">;
  declare readonly quotes: EntityTable<StoredQuote, "instrumentId">;
  declare readonly manualPrices: Table<ManualPrice, [string, string]>;
  declare readonly settings: EntityTable<SettingRow, "key">;
  declare readonly taxonomies: EntityTable<Taxonomy, "id">;
  declare readonly targetAllocations: EntityTable<StoredTargetAllocation, "id">;
  declare readonly goals: EntityTable<Goal, "id">;
  declare readonly notes: EntityTable<Note, "id">;
  declare readonly watchlist: EntityTable<WatchedInstrument, "instrumentId">;
  declare readonly journal: EntityTable<JournalStep, "step">;
  declare readonly journalRows: Table<JournalRows, [string, number]>;
  /** The moment of a change, in milliseconds since 1970; tests set their own. */
  now: () => number = () => Date.now();

  constructor(name: PortfolioName) {
    super(name, { chromeTransactionDurability: "strict", autoOpen: false, indexedDB: strictIndexedDb(nativeVersion) });
    initial(this);
    plansAndJournal(this);
    this.use(recordChanges);
  }
}

/**
 * The migrated and opened database; a failure to open is thrown, never answered with an empty one.
 *
 * @throws {NewerDatabaseError} a newer version of the app wrote it
 */
export async function openPortfolioDatabase(name: PortfolioName): Promise<PortfolioDatabase> {
  const database = new PortfolioDatabase(name);
  await database.open();
  return database;
}
