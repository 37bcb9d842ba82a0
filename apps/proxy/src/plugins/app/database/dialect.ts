import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { SqliteAdapter, SqliteDialect } from "kysely";

/** The file name of the database inside DATA_DIR. */
const databaseFile = "proxy.sqlite";

/** SQLite rolls back changes of the schema like any other; Kysely does not rely on it unless it is told. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/**
 * Opens SQLite in `dataDir`, which is made if it is missing; ":memory:" opens a database that vanishes with the process.
 *
 * WAL lets readers go on while one writer writes; `synchronous=FULL` keeps a committed row through a power cut.
 *
 * @throws {Error} the folder or the file cannot be written
 */
export function sqliteDialect(dataDir: string): SqliteDialect {
  const inMemory = dataDir === ":memory:";
  if (!inMemory) mkdirSync(dataDir, { recursive: true });
  const database = new Sqlite(inMemory ? dataDir : join(dataDir, databaseFile));
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("busy_timeout = 5000");
  return new TransactionalSqliteDialect({ database });
}
