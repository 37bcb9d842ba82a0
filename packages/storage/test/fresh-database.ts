import { Dexie } from "dexie";
import { onTestFinished } from "vitest";
import { openPortfolioDatabase, type PortfolioDatabase } from "../src/database/portfolio-database.ts";

// Dexie prints a stack for every rejection on a local host; here many of them are the point.
Dexie.debug = false;

let count = 0;

/** A name that no other test uses. */
export function freshName(): string {
  return `test-${Date.now()}-${++count}`;
}

/** The connections of a test, by portfolio. */
const connections = new Map<string, PortfolioDatabase[]>();

/** A connection to a portfolio, new unless a name is given; closed and deleted when the test is over. */
export async function freshDatabase(name: string = freshName()): Promise<PortfolioDatabase> {
  const database = await openPortfolioDatabase(name);
  const others = connections.get(name);
  if (others === undefined) {
    connections.set(name, [database]);
    onTestFinished(async () => {
      for (const connection of connections.get(name)!) connection.close();
      connections.delete(name);
      await deleted(name);
    });
  } else others.push(database);
  return database;
}

/** Not by Dexie, which warns of connections that are still closing. */
function deleted(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener("success", () => resolve());
    request.addEventListener("error", () => reject(new Error(`The database ${name} could not be deleted.`)));
  });
}

/** Everything that is stored, table by table: what "nothing has changed" means. */
export async function contentsOf(database: PortfolioDatabase): Promise<Record<string, unknown[]>> {
  return Object.fromEntries(
    await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()] as const)),
  );
}
