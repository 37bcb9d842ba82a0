import type { Dexie } from "dexie";
import { schemaVersion2 } from "../schema.ts";

/** Version 2: what a person plans and notes, and the journal of undo. Only adds tables; every row stays as it is. */
export function plansAndJournal(database: Dexie): void {
  database.version(2).stores(schemaVersion2);
}
