import type { DBCore, DBCoreMutateRequest, DBCoreTable, DBCoreTransaction, Middleware } from "dexie";
import { Dexie } from "dexie";
import type { RecordedChange } from "./journal-step.ts";

/** Tables whose records a person made: what undo brings back, and what a backup holds. */
export const recordedTables: readonly string[] = [
  "transactions",
  "accounts",
  "instruments",
  "importBatches",
  "manualPrices",
  "settings",
  "taxonomies",
  "targetAllocations",
  "goals",
  "notes",
  "watchlist",
];

/** Gathers what a transaction changes. */
export interface Recording {
  /** One change for each record that is different from before, whatever happened in between. */
  changes(): RecordedChange[];
  /** How many transactions of the batch that is left out were written or deleted. */
  batchRows(): number;
}

interface Recorder {
  readonly batchId: string | undefined;
  readonly seen: Map<string, { table: string; key: IDBValidKey; before: unknown; after: unknown }>;
  batchRows: number;
}

const recorders = new WeakMap<DBCoreTransaction, Recorder>();

/**
 * Records every change of a person's records from now to the end of the current transaction; rows of the import `batchId`
 * are only counted.
 */
export function startRecording(batchId?: string): Recording {
  const transaction = Dexie.currentTransaction as unknown as { readonly idbtrans: DBCoreTransaction };
  const recorder: Recorder = { batchId, seen: new Map(), batchRows: 0 };
  recorders.set(transaction.idbtrans, recorder);
  return {
    changes: () =>
      [...recorder.seen.values()]
        .filter(({ before, after }) => !isSameRecord(before, after))
        .map(({ table, key, before, after }) => ({
          table,
          key,
          ...(before === undefined ? {} : { before }),
          ...(after === undefined ? {} : { after }),
        })),
    batchRows: () => recorder.batchRows,
  };
}

/** Whether two records hold the same, whatever the order of their fields. */
export function isSameRecord(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && isSameRecord(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}

/** Sees every write below Dexie's tables, so that no repository can forget to tell. */
export const recordChanges: Middleware<DBCore> = {
  stack: "dbcore",
  name: "record-changes",
  create: (core) => ({
    ...core,
    table: (name) => {
      const table = core.table(name);
      return recordedTables.includes(name) ? { ...table, mutate: recordingMutate(table) } : table;
    },
  }),
};

function recordingMutate(table: DBCoreTable): DBCoreTable["mutate"] {
  // Chained, not awaited: below Dexie's tables there is no zone that would keep the transaction of an await.
  return (request) => {
    const recorder = recorders.get(request.trans);
    if (recorder === undefined) return table.mutate(request);
    const { trans } = request;
    const values: readonly unknown[] = request.type === "add" || request.type === "put" ? request.values : [];
    return keysOf(table, request).then((keys) =>
      (request.type === "add" ? Dexie.Promise.resolve([]) : table.getMany({ trans, keys: [...keys] })).then((before) =>
        table.mutate(request).then((answer) => {
          keys.forEach((key, i) => record(recorder, table.name, key, before[i], values[i]));
          return answer;
        }),
      ),
    );
  };
}

function keysOf(table: DBCoreTable, request: DBCoreMutateRequest): Promise<readonly IDBValidKey[]> {
  const { primaryKey } = table.schema;
  if (request.type === "delete") return Dexie.Promise.resolve(request.keys as IDBValidKey[]);
  if (request.type === "deleteRange")
    return table
      .query({ trans: request.trans, values: false, query: { index: primaryKey, range: request.range } })
      .then(({ result }) => result as IDBValidKey[]);
  return Dexie.Promise.resolve(
    request.values.map((value, i) => (request.keys?.[i] ?? primaryKey.extractKey!(value)) as IDBValidKey),
  );
}

function record(recorder: Recorder, table: string, key: IDBValidKey, before: unknown, after: unknown): void {
  // Counters of the database are no change that a person made.
  if (table === "settings" && !(key as string).startsWith("setting:")) return;
  const row = (after ?? before) as { readonly batchId?: string } | undefined;
  if (row === undefined) return;
  if (table === "transactions" && recorder.batchId !== undefined && row.batchId === recorder.batchId) {
    recorder.batchRows++;
    return;
  }
  const name = JSON.stringify([table, key]);
  const known = recorder.seen.get(name);
  if (known === undefined) recorder.seen.set(name, { table, key, before, after });
  else known.after = after;
}
