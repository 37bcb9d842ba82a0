import type { Account, Instrument } from "@portfolio/core";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { stagedImports } from "../transactions/staged-rows.ts";
import { instrumentIdsOf } from "../transactions/instrument-ids.ts";
import type { ImportCommit } from "./import-commit.ts";

/**
 * What an import was read against is there no longer, or what it would bring is there already.
 *
 * Nothing was written. The remedy is to read the file against the portfolio as it is now.
 */
export class ImportConflictError extends Error {
  readonly code: "import-conflict" = "import-conflict";

  constructor() {
    super("The portfolio has changed since this file was read. Look at the rows again.");
    this.name = "ImportConflictError";
  }
}

/**
 * Refuses an import that was read against another state than the one it meets; to be called inside its transaction,
 * before anything is written.
 *
 * @throws {ImportConflictError}
 */
export async function refuseConflict(database: PortfolioDatabase, commit: ImportCommit): Promise<void> {
  const conflicts =
    (await hasRepeatedKey(database, commit)) ||
    (await lacksInstrument(database, commit)) ||
    (await namesKnownAccount(database, commit)) ||
    (await namesKnownInstrument(database, commit));
  if (conflicts) throw new ImportConflictError();
}

async function hasRepeatedKey(database: PortfolioDatabase, commit: ImportCommit): Promise<boolean> {
  const { transactions } = database;
  const keys = commit.transactions.filter(({ isRepeat }) => isRepeat !== true).map(({ importKey }) => importKey);
  const staged = await stagedImports(database);
  const repeated = transactions.where("importKey").anyOf(keys);
  return (await (staged.size === 0 ? repeated : repeated.filter((row) => !staged.has(row.batchId ?? ""))).count()) > 0;
}

async function lacksInstrument({ instruments }: PortfolioDatabase, commit: ImportCommit): Promise<boolean> {
  const brought = new Set(commit.instruments.map(({ id }) => id));
  const used = commit.transactions.flatMap(({ transaction }) => instrumentIdsOf(transaction));
  const wanted = [...new Set(used)].filter((id) => !brought.has(id));
  return (await instruments.bulkGet(wanted)).includes(undefined);
}

/** A new account that a file calls by the same number as one that came in between would be the same account twice. */
async function namesKnownAccount({ accounts }: PortfolioDatabase, commit: ImportCommit): Promise<boolean> {
  const known = await accounts.toArray();
  const isSame = (a: Account, b: Account): boolean =>
    a.id !== b.id && a.externalIds?.some((externalId) => b.externalIds?.includes(externalId) === true) === true;
  return commit.accounts.some((account) => known.some((other) => isSame(account, other)));
}

async function namesKnownInstrument({ instruments }: PortfolioDatabase, commit: ImportCommit): Promise<boolean> {
  const known = await instruments.toArray();
  return commit.instruments.some((instrument) => known.some((other) => isSameInstrument(instrument, other)));
}

function isSameInstrument(a: Instrument, b: Instrument): boolean {
  if (a.isin !== undefined && b.isin !== undefined) return a.isin === b.isin;
  if (a.currency !== b.currency) return false;
  return a.ticker === undefined ? a.name === b.name : a.ticker === b.ticker;
}
