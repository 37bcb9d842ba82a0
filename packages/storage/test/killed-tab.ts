// Runs in a worker that the test ends in the middle of its work: a tab that dies.
import { portfolioContent } from "../src/backup/portfolio-content.ts";
import { writeArchive } from "../src/backup/write-archive.ts";
import { openPortfolioDatabase } from "../src/database/portfolio-database.ts";
import { recoveryPoints } from "../src/durability/recovery-points.ts";
import { ensureFileId } from "../src/durability/file-id.ts";
import { importRepository } from "../src/imports/import-repository.ts";
import { journal } from "../src/undo/journal.ts";
import { noteBackup } from "../src/unsaved/backup-state.ts";
import { keptVault } from "../src/vault/kept-vault.ts";
import { largeImport } from "./large-import.ts";

/** What a killed tab was doing. */
export type KilledWork = "import" | "undo" | "redo" | "backup" | "migration";

addEventListener("message", ({ data }: MessageEvent<{ name: string; work: KilledWork }>) => {
  void run(data.name, data.work).then(() => postMessage("done"));
});
postMessage("ready");

async function run(name: string, work: KilledWork): Promise<void> {
  const database = await openPortfolioDatabase(name);
  if (work === "import") await importRepository(database).commit(largeImport("large"));
  if (work === "undo") await journal(database).undo();
  if (work === "redo") await journal(database).redo();
  if (work === "backup") {
    await recoveryPoints(database).make("import");
    const content = await portfolioContent(database, []);
    const vault = (await keptVault(database))!;
    const portfolio = await ensureFileId(database);
    const at = "2026-03-01T00:00:00.000Z";
    await writeArchive(content, vault, { created: at, app: "test", portfolio });
    await noteBackup(database, { at, where: "f", transactionCount: content.transactions.length }, 1e9);
  }
  database.close();
}
