import { Dexie } from "dexie";
import { afterAll, describe, expect, it } from "vitest";
import { portfolioContent } from "../src/backup/portfolio-content.ts";
import { stateHash } from "../src/backup/state-hash.ts";
import type { PortfolioDatabase } from "../src/database/portfolio-database.ts";
import { recoveryPoints } from "../src/durability/recovery-points.ts";
import { importRepository } from "../src/imports/import-repository.ts";
import { checkIntegrity } from "../src/integrity/check-integrity.ts";
import { saveEntry } from "../src/transactions/save-entry.ts";
import { discardAbandoned } from "../src/transactions/staged-rows.ts";
import { discardLooseRows } from "../src/undo/batch-rows.ts";
import { journal } from "../src/undo/journal.ts";
import { backupState } from "../src/unsaved/backup-state.ts";
import { keepVault } from "../src/vault/kept-vault.ts";
import { makeVault } from "../src/vault/make-vault.ts";
import { freshDatabase, freshName } from "./fresh-database.ts";
import { goldenDump, layDown } from "./golden/dump.ts";
import type { KilledWork } from "./killed-tab.ts";
import { largeImport } from "./large-import.ts";
import { account, purchase, share } from "./sample-transactions.ts";

const runs = 20;
const kdf = { name: "argon2id", memory: 19, passes: 2, lanes: 1 } as const;

/** Lets another thread work for so long, then ends it, wherever it stands. Answers how long it worked, and whether it was done. */
async function killed(name: string, work: KilledWork, after: number): Promise<{ ms: number; isDone: boolean }> {
  const worker = new Worker(new URL("killed-tab.ts", import.meta.url), { type: "module" });
  const told = (word: string): Promise<void> =>
    new Promise((resolve, reject) => {
      worker.addEventListener("message", ({ data }) => data === word && resolve());
      worker.addEventListener("error", reject);
    });
  await told("ready");
  const start = performance.now();
  worker.postMessage({ name, work });
  const isDone = await Promise.race([
    told("done").then(() => true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), after)),
  ]);
  worker.terminate();
  return { ms: performance.now() - start, isDone };
}

/** What a person has, as one number. */
async function truth(database: PortfolioDatabase): Promise<string> {
  return stateHash(await portfolioContent(database, ["baseCurrency", "riskFreeRate"]));
}

async function prepared(work: KilledWork): Promise<string> {
  const name = freshName();
  if (work === "migration") {
    const dump = await goldenDump(1);
    const [row] = dump.rows["transactions"] as { id: string }[];
    const more = Array.from({ length: 3000 }, (_, i) => ({ ...row!, id: `more${i}`, sequence: 100 + i }));
    await layDown(name, { ...dump, rows: { ...dump.rows, transactions: [...dump.rows["transactions"]!, ...more] } });
    return name;
  }
  const database = await freshDatabase(name);
  await saveEntry(database, { transaction: purchase("t"), newAccount: account("a"), newInstrument: share("i") });
  if (work !== "import") await importRepository(database).commit(largeImport("large"));
  if (work === "redo") await journal(database).undo();
  if (work === "backup") await keepVault(database, await makeVault("a long passphrase", kdf));
  database.close();
  return name;
}

/** Opens what a dead tab left behind, as the next start does, and demands that nothing is wrong with it. */
async function restarted(name: string): Promise<PortfolioDatabase> {
  const database = await freshDatabase(name);
  // The browser takes a moment to see that the thread and its locks are gone; a start in that moment leaves the rest to the next.
  for (const lock of [`${name}/import/large`, `${name}/journal`])
    await navigator.locks.request(lock, () => Promise.resolve());
  await discardAbandoned(database);
  await discardLooseRows(database);
  const { findings } = await checkIntegrity(database, { transactionFault: () => undefined });
  expect(findings.filter(({ code }) => code !== "wrong-counter" && code !== "repeated-sequence")).toEqual([]);
  return database;
}

const counted: Record<string, { before: number; after: number }> = {};
afterAll(() => console.info("Killed tabs, states found:", JSON.stringify(counted)));

describe("a tab that dies in the middle of", () => {
  it.each<KilledWork>(["import", "undo", "redo"])(
    "an action (%s) leaves the state before or after, never between",
    async (work) => {
      const whole = await prepared(work);
      const before = await truth(await freshDatabase(whole));
      const { ms } = await killed(whole, work, 60_000);
      const after = await truth(await restarted(whole));
      expect(after).not.toBe(before);
      const states = { before: 0, after: 0 };
      for (let run = 0; run < runs; run++) {
        const name = await prepared(work);
        const { isDone } = await killed(name, work, (1.3 * ms * (run + 0.5)) / runs);
        const database = await restarted(name);
        const state = await truth(database);
        expect([before, after], `killed after ${run + 0.5} of ${runs}`).toContain(state);
        // What was confirmed is there.
        expect(isDone ? state : after).toBe(after);
        states[state === before ? "before" : "after"]++;
        const { undo, redo } = await journal(database).state();
        const standing = { import: [undo, redo], undo: [redo, undo], redo: [undo, redo] }[work as "import"];
        expect(standing[0]?.kind === "import").toBe(state === after);
        await database.delete();
      }
      counted[work] = states;
      expect(states.before).toBeGreaterThan(0);
    },
    300_000,
  );

  it("a backup leaves the portfolio as it is, a recovery point that is whole or absent, and no false word of a backup", async () => {
    const whole = await prepared("backup");
    const { ms } = await killed(whole, "backup", 60_000);
    const state = await truth(await restarted(whole));
    const states = { before: 0, after: 0 };
    for (let run = 0; run < runs; run++) {
      const name = await prepared("backup");
      const { isDone } = await killed(name, "backup", (1.3 * ms * (run + 0.5)) / runs);
      const database = await restarted(name);
      expect(await truth(database)).toBe(state);
      const { lastBackup } = await backupState(database);
      expect(isDone ? lastBackup?.transactionCount : 5002).toBe(5002);
      const points = recoveryPoints(database);
      for (const { id, transactionCount } of await points.all())
        expect((await points.read(id))?.transactions.length).toBe(transactionCount);
      states[lastBackup === undefined ? "before" : "after"]++;
      points.close();
      await Dexie.delete(`${name}-recovery`);
      await database.delete();
    }
    counted["backup"] = states;
    expect(states.before).toBeGreaterThan(0);
  }, 300_000);

  it("a migration leaves every row, in the old version or the new", async () => {
    const whole = await prepared("migration");
    const { ms } = await killed(whole, "migration", 60_000);
    const rows = await (await freshDatabase(whole)).transactions.toArray();
    expect(rows.length).toBe(3031);
    const states = { before: 0, after: 0 };
    for (let run = 0; run < runs; run++) {
      const name = await prepared("migration");
      await killed(name, "migration", (1.3 * ms * (run + 0.5)) / runs);
      const found = (await indexedDB.databases()).find((each) => each.name === name)?.version;
      expect([10, 20]).toContain(found);
      states[found === 10 ? "before" : "after"]++;
      const database = await freshDatabase(name);
      expect(await database.transactions.toArray()).toEqual(rows);
      await database.delete();
    }
    counted["migration"] = states;
  }, 300_000);
});
