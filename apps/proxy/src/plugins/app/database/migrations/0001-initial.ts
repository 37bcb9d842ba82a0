import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("cache_entry")
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("value", "text", (column) => column.notNull())
    .addColumn("received_at", "bigint", (column) => column.notNull())
    .addColumn("expires_at", "bigint", (column) => column.notNull())
    .addColumn("stale_until", "bigint")
    .execute();
  await database.schema.createIndex("cache_entry_stale_until").on("cache_entry").column("stale_until").execute();
  await database.schema
    .createTable("server_state")
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("value", "text", (column) => column.notNull())
    .execute();
}

/** The cache of answers and the small facts of the server. */
export const initial: Migration = { up };
