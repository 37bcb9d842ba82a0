import { NewerDatabaseError } from "./newer-database-error.ts";

/**
 * The browser's IndexedDB, which opens a database in the declared version or not at all.
 *
 * Dexie answers a database of a newer version by opening it without a version, and then adds or ignores tables as it
 * sees fit: an old app would write into a schema that it does not know. Here that second try ends in a clear error.
 */
export function strictIndexedDb(
  nativeVersion: number,
): Pick<IDBFactory, "open" | "deleteDatabase" | "databases" | "cmp"> {
  const { indexedDB } = globalThis as { indexedDB?: IDBFactory };
  if (indexedDB === undefined)
    throw new Error(
      "There is no IndexedDB here. Allow this site to store data, or leave the private window, and reload.",
    );
  return {
    open: (name, version) => {
      if (version !== nativeVersion) throw new NewerDatabaseError(name);
      return indexedDB.open(name, version);
    },
    deleteDatabase: (name) => indexedDB.deleteDatabase(name),
    databases: () => indexedDB.databases(),
    cmp: (first, second) => indexedDB.cmp(first, second),
  };
}
