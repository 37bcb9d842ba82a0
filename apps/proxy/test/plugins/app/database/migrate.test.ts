import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { Kysely, sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { sqliteDialect } from "../../../../src/plugins/app/database/dialect.ts";
import { migrate } from "../../../../src/plugins/app/database/migrate.ts";
import { initial } from "../../../../src/plugins/app/database/migrations/0001-initial.ts";
import type { DatabaseSchema } from "../../../../src/plugins/app/database/schema.ts";

function setUp() {
  const dataDir = mkdtempSync(join(tmpdir(), "proxy-"));
  const database = new Kysely<DatabaseSchema>({ dialect: sqliteDialect(dataDir) });
  onTestFinished(async () => {
    await database.destroy();
    rmSync(dataDir, { recursive: true });
  });
  return { dataDir, database };
}

describe("migrate", () => {
  it("makes the tables, once", async () => {
    const { dataDir, database } = setUp();
    await migrate(database, dataDir, 0);
    await migrate(database, dataDir, 0);
    expect((await database.introspection.getTables()).map(({ name }) => name).toSorted()).toEqual([
      "cache_entry",
      "server_state",
    ]);
    expect((await sql<{ journal_mode: string }>`pragma journal_mode`.execute(database)).rows).toEqual([
      { journal_mode: "wal" },
    ]);
  });

  it("refuses a database of a newer version and leaves it as it was", async () => {
    const { dataDir, database } = setUp();
    await migrate(database, dataDir, 0);
    await sql`insert into kysely_migration (name, timestamp) values ('0002-later', '2027')`.execute(database);
    await expect(migrate(database, dataDir, 0)).rejects.toThrow("comes from a newer version (0002-later)");
  });

  it("copies the file before it builds upon an older schema", async () => {
    const { dataDir, database } = setUp();
    await migrate(database, dataDir, 0);
    await database.insertInto("server_state").values({ name: "kept", value: "yes" }).execute();
    const later = {
      "0001-initial": initial,
      "0002-later": { up: async (db: Kysely<unknown>) => void (await sql`drop table server_state`.execute(db)) },
    };
    await migrate(database, dataDir, 5, later);
    const copy = new Sqlite(join(dataDir, "before-upgrade-from-0001-initial-5.sqlite"), { readonly: true });
    onTestFinished(() => void copy.close());
    expect(copy.prepare("select * from server_state").all()).toEqual([{ name: "kept", value: "yes" }]);
    expect((await database.introspection.getTables()).map(({ name }) => name)).toEqual(["cache_entry"]);
  });

  it("says so when a migration fails, and leaves the schema before it", async () => {
    const { dataDir, database } = setUp();
    const broken = {
      "0001-initial": {
        up: async (db: Kysely<unknown>) =>
          void (await sql`create table half (a)`.execute(db), await sql`nonsense`.execute(db)),
      },
    };
    await expect(migrate(database, dataDir, 0, broken)).rejects.toThrow("could not be brought to the newest schema");
    expect(await database.introspection.getTables()).toEqual([]);
  });
});
