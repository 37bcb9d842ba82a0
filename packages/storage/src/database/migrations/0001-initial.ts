import type { Dexie } from "dexie";
import { schemaVersion1 } from "../schema.ts";

/** Version 1: the tables that everything starts with. Migrations are append-only; each is one file. */
export function initial(database: Dexie): void {
  database.version(1).stores(schemaVersion1);
}
