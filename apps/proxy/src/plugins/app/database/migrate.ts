import { join } from "node:path";
import { sql, type Kysely } from "kysely";
import { Migrator, type Migration } from "kysely/migration";
import { initial } from "./migrations/0001-initial.ts";
import type { DatabaseSchema } from "./schema.ts";

/** All migrations by their number and name, oldest first. They only go forward. */
const allMigrations: Readonly<Record<string, Migration>> = { "0001-initial": initial };

async function executedMigrations(database: Kysely<DatabaseSchema>): Promise<string[]> {
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === "kysely_migration")) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(database);
  return rows.map((row) => row.name);
}

/** A copy of the file beside it, named by the last migration it has, before that is built upon. */
async function backUp(database: Kysely<DatabaseSchema>, dataDir: string, last: string, now: number): Promise<void> {
  if (dataDir === ":memory:") return;
  await sql`vacuum into ${join(dataDir, `before-upgrade-from-${last}-${now}.sqlite`)}`.execute(database);
}

/**
 * Brings the database to the newest schema, after a backup if there is something to lose.
 *
 * @throws {Error} the database was written by a newer version of the proxy, or a migration failed
 */
export async function migrate(
  database: Kysely<DatabaseSchema>,
  dataDir: string,
  now: number,
  migrations: Readonly<Record<string, Migration>> = allMigrations,
): Promise<void> {
  const known = Object.keys(migrations);
  const executed = await executedMigrations(database);
  const newer = executed.filter((name) => !known.includes(name));
  if (newer.length > 0) {
    throw new Error(
      `The database in DATA_DIR comes from a newer version (${newer.join(", ")}); start that version, or restore a backup from before the upgrade.`,
    );
  }
  const last = executed.at(-1);
  if (last !== undefined && executed.length < known.length) await backUp(database, dataDir, last, now);
  const { error } = await new Migrator({
    db: database,
    provider: { getMigrations: async () => ({ ...migrations }) },
  }).migrateToLatest();
  if (error !== undefined)
    throw new Error("The database in DATA_DIR could not be brought to the newest schema.", { cause: error });
}
