import fp from "fastify-plugin";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import { Kysely } from "kysely";
import { sqliteDialect } from "./dialect.ts";
import { migrate } from "./migrate.ts";
import type { DatabaseSchema } from "./schema.ts";

declare module "fastify" {
  interface FastifyInstance {
    database: Kysely<DatabaseSchema>;
    /** Whether a row can be written at this moment. */
    isDatabaseWritable: () => Promise<boolean>;
  }
}

/** Options of the plugin `database`. */
interface DatabaseOptions {
  /** Folder of the database file, or ":memory:". */
  readonly dataDir: string;
  readonly now: () => number;
}

async function isWritable(database: Kysely<DatabaseSchema>, now: number): Promise<boolean> {
  const row = { name: "last-readiness-check", value: new Date(now).toISOString() };
  try {
    await database
      .insertInto("server_state")
      .values(row)
      .onConflict((conflict) => conflict.column("name").doUpdateSet(row))
      .execute();
    return true;
  } catch {
    return false;
  }
}

const databasePlugin: FastifyPluginAsync<DatabaseOptions> = async (app: FastifyInstance, { dataDir, now }) => {
  const database = new Kysely<DatabaseSchema>({ dialect: sqliteDialect(dataDir) });
  app.addHook("onClose", async () => database.destroy());
  await migrate(database, dataDir, now());
  app.decorate("database", database);
  app.decorate("isDatabaseWritable", () => isWritable(database, now()));
};

/** Plugin `database`: one SQLite file in DATA_DIR, brought to the newest schema before anything uses it. */
const plugin: typeof databasePlugin = fp(databasePlugin, { name: "database" });
export { plugin as database };
