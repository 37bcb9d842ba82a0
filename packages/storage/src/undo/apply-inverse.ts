import type { Instrument } from "@portfolio/core";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { dropSeries } from "../prices/pack-store.ts";
import { usedNames } from "../transactions/used-names.ts";
import type { RecordedChange } from "../database/journal-step.ts";
import { isSameRecord } from "../database/record-changes.ts";
import { type ChangedSince, recordName, UndoConflictError } from "./undo-conflict-error.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Records that also change by other ways (a source names a symbol): only the fields of the step are taken back. */
const mergedTables: ReadonlySet<string> = new Set(["accounts", "instruments"]);

/**
 * Takes changes back, all of them or none; to be called inside a transaction on all tables.
 *
 * An account or instrument that a step brought stays where something else uses it.
 *
 * @throws {UndoConflictError} records are no longer as the changes left them
 */
export async function applyInverse(database: PortfolioDatabase, changes: readonly RecordedChange[]): Promise<void> {
  const conflicts: ChangedSince[] = [];
  const deletions = new Map<string, IDBValidKey[]>();
  for (const [name, ofTable] of byTable(changes)) {
    const table = database.table(name);
    const current = (await table.bulkGet(ofTable.map(({ key }) => key) as never[])) as unknown[];
    const puts: unknown[] = [];
    const deletes: IDBValidKey[] = [];
    ofTable.forEach((change, i) => {
      const wanted = wantedRecord(name, change, current[i]);
      if (wanted === "conflict")
        conflicts.push({ table: name, key: change.key, name: recordName(current[i] ?? change.after, change.key) });
      else if (wanted === undefined) deletes.push(change.key);
      else puts.push(wanted);
    });
    if (conflicts.length > 0) continue;
    if (name === "instruments") await dropOldSymbols(database, puts as Instrument[]);
    await table.bulkPut(puts);
    deletions.set(name, deletes);
  }
  if (conflicts.length > 0) throw new UndoConflictError(conflicts);
  for (const [name, keys] of deletions)
    if (!mergedTables.has(name)) await database.table(name).bulkDelete(keys as never[]);
  await deleteUnused(database, deletions);
}

function byTable(changes: readonly RecordedChange[]): Map<string, RecordedChange[]> {
  const tables = new Map<string, RecordedChange[]>();
  for (const change of changes) {
    const known = tables.get(change.table);
    if (known === undefined) tables.set(change.table, [change]);
    else known.push(change);
  }
  return tables;
}

/** The record as it was before the change; undefined: there was none. */
function wantedRecord(table: string, { before, after }: RecordedChange, current: unknown): unknown {
  if (isSameRecord(current, after)) return before;
  if (!mergedTables.has(table)) return "conflict";
  if (before === undefined) return undefined;
  if (current === undefined) return "conflict";
  // A late answer of a source has put it back meanwhile: what a person knew of it comes first.
  if (after === undefined) return { ...current, ...(before as Fields) };
  return withFieldsBack(before as Fields, after as Fields, current as Fields);
}

/** What the change touched as it was, the rest as it is; a conflict where the same field has changed since. */
function withFieldsBack(before: Fields, after: Fields, current: Fields): Fields | "conflict" {
  const restored: Record<string, unknown> = { ...current };
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (isSameRecord(before[field], after[field])) continue;
    if (!isSameRecord(current[field], after[field])) return "conflict";
    if (field in before) restored[field] = before[field];
    else delete restored[field];
  }
  return restored;
}

async function deleteUnused(
  database: PortfolioDatabase,
  deletions: ReadonlyMap<string, readonly IDBValidKey[]>,
): Promise<void> {
  const accounts = (deletions.get("accounts") ?? []) as string[];
  const instruments = (deletions.get("instruments") ?? []) as string[];
  if (accounts.length + instruments.length === 0) return;
  const used = await usedNames(database);
  await database.accounts.bulkDelete(accounts.filter((id) => !used.accounts.has(id)));
  await database.instruments.bulkDelete(instruments.filter((id) => !used.instruments.has(id)));
}

/** Closes of another symbol must not stand, as when the symbol is changed by hand. */
async function dropOldSymbols(database: PortfolioDatabase, instruments: readonly Instrument[]): Promise<void> {
  const known = await database.instruments.bulkGet(instruments.map(({ id }) => id));
  const ids = instruments
    .filter(({ quoteSymbol }, i) => known[i] !== undefined && known[i].quoteSymbol !== quoteSymbol)
    .map(({ id }) => id);
  if (ids.length === 0) return;
  await dropSeries(database.pricePacks, ids);
  await database.priceCoverage.bulkDelete(ids);
  await database.quotes.bulkDelete(ids);
}
