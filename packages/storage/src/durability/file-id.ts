import type { PortfolioDatabase } from "../database/portfolio-database.ts";

const key = "fileId";

/** The name of a database; undefined as long as nothing was ever written into it. */
export async function fileIdOf({ settings }: PortfolioDatabase): Promise<string | undefined> {
  return (await settings.get(key))?.value as string | undefined;
}

/** The name of a database, given now if it has none. */
export async function ensureFileId(database: PortfolioDatabase): Promise<string> {
  return database.transaction("rw", database.settings, async () => {
    const known = await fileIdOf(database);
    if (known !== undefined) return known;
    const value = crypto.randomUUID();
    await database.settings.put({ key, value });
    return value;
  });
}
