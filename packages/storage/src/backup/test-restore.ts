import { Dexie } from "dexie";
import { openPortfolioDatabase } from "../database/portfolio-database.ts";
import { figureSettings } from "../settings/settings-repository.ts";
import type { Bytes } from "../encoding/bytes.ts";
import { portfolioContent } from "./portfolio-content.ts";
import { type ReadArchive, readArchive } from "./read-archive.ts";
import { restoreContent } from "./restore-content.ts";
import { stateHash } from "./state-hash.ts";

/** How a test restore went. */
export interface TestRestore {
  readonly isRestorable: boolean;
  /** What was wrong, in a sentence. */
  readonly reason?: string;
  readonly transactionCount: number;
}

/**
 * Restores a backup file into a database of its own, compares it with what the file says, and deletes that database.
 * `name` is that of the portfolio, which is not touched.
 */
export async function testRestore(name: string, file: Bytes, key: CryptoKey): Promise<TestRestore> {
  const archive = await readArchive(file, { key });
  const transactionCount = archive.content.transactions.length;
  const scratch = `${name}-test-restore-${crypto.randomUUID()}`;
  try {
    const reason = archive.isWhole ? await faultOf(scratch, archive) : "The file is damaged.";
    return { isRestorable: reason === undefined, transactionCount, ...(reason === undefined ? {} : { reason }) };
  } finally {
    await Dexie.delete(scratch);
  }
}

async function faultOf(scratch: string, { content }: ReadArchive): Promise<string | undefined> {
  const database = await openPortfolioDatabase(scratch);
  try {
    await restoreContent(database, content);
    const restored = await portfolioContent(database, figureSettings);
    const isSame = (await stateHash(restored)) === (await stateHash(content));
    return isSame ? undefined : "What was restored is not what the file holds.";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    database.close();
  }
}
