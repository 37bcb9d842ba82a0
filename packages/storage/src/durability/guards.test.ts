import { Dexie } from "dexie";
import { describe, expect, it, onTestFinished } from "vitest";
import { contentsOf, freshDatabase } from "../../test/fresh-database.ts";
import { account, purchase, share } from "../../test/sample-transactions.ts";
import { accountRepository } from "../accounts/account-repository.ts";
import { portfolioContent } from "../backup/portfolio-content.ts";
import { restoreContent } from "../backup/restore-content.ts";
import { StorageFullError, toStorageFull } from "../database/storage-full-error.ts";
import { journal } from "../undo/journal.ts";
import { priceRepository } from "../prices/price-repository.ts";
import { saveEntry } from "../transactions/save-entry.ts";
import { transactionRepository } from "../transactions/transaction-repository.ts";
import {
  type BackupState,
  backupState,
  dismissBackupReminder,
  isBackupDue,
  noteBackup,
} from "../unsaved/backup-state.ts";
import { canaryOf, evicted, readCacheCanary, removeCacheCanary, writeCacheCanary } from "./canary.ts";
import { dropCaches } from "./drop-caches.ts";
import { ensureFileId, fileIdOf } from "./file-id.ts";
import { outdated, type RecoveryPoints, recoveryPoints } from "./recovery-points.ts";
import { storageStatus } from "./storage-status.ts";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";

const day = 86_400_000;
const start = Date.parse("2026-03-01T00:00:00Z");

describe("what no backup holds", () => {
  it("is counted with every change, undo too, and from the first one on", async () => {
    const database = await freshDatabase();
    database.now = () => start;
    await saveEntry(database, { transaction: purchase("t"), newAccount: account("a"), newInstrument: share("i") });
    database.now = () => start + day;
    await transactionRepository(database).add([purchase("u"), purchase("v")]);
    await journal(database).undo();
    expect(await backupState(database)).toEqual({
      changes: 5,
      changedSince: "2026-03-01T00:00:00.000Z",
      lastChangeAt: "2026-03-02T00:00:00.000Z",
    });
    const lastBackup = { at: "2026-03-02T00:00:00.000Z", where: "file", transactionCount: 1 };
    await accountRepository(database).rename("a", "Meanwhile");
    await noteBackup(database, lastBackup, 5);
    expect(await backupState(database)).toMatchObject({ changes: 1, lastBackup, changedSince: lastBackup.at });
  });

  const at = (days: number): string => new Date(start - days * day).toISOString();
  const backup = (days: number): NonNullable<BackupState["lastBackup"]> => ({
    at: at(days),
    where: "f",
    transactionCount: 1,
  });
  it.each<[boolean, number, BackupState]>([
    [false, 19, { changes: 19, changedSince: at(2.9) }],
    [true, 20, { changes: 1, changedSince: at(0) }],
    [true, 1, { changes: 1, changedSince: at(3) }],
    [false, 0, { changes: 1, changedSince: at(9) }],
    [false, 100, { changes: 50, changedSince: at(9), lastBackup: backup(13.9) }],
    [true, 100, { changes: 51, changedSince: at(1), lastBackup: backup(1) }],
    [true, 100, { changes: 1, changedSince: at(1), lastBackup: backup(14) }],
    [false, 100, { changes: 0, lastBackup: backup(400) }],
    [false, 100, { changes: 99, changedSince: at(1), dismissedUntil: at(-0.1) }],
    [true, 100, { changes: 99, changedSince: at(1), dismissedUntil: at(0) }],
  ])("a backup is due: %s with %s transactions and %o", (isDue, count, state) => {
    expect(isBackupDue(state, count, start)).toBe(isDue);
  });

  it("rests for three days when dismissed, and the status tells", async () => {
    const database = await freshDatabase();
    database.now = () => start;
    await transactionRepository(database).add(Array.from({ length: 20 }, (_, i) => purchase(`t${i}`)));
    const storage = { persisted: async () => true, estimate: async () => ({ usage: 81, quota: 100 }) };
    expect(await storageStatus(database, storage)).toMatchObject({
      isPersistent: true,
      isNearlyFull: true,
      transactionCount: 20,
      isBackupDue: true,
    });
    await dismissBackupReminder(database);
    expect(await storageStatus(database, {})).toMatchObject({ isNearlyFull: false, isBackupDue: false });
    database.now = () => start + 3 * day;
    expect((await storageStatus(database, {})).isBackupDue).toBe(true);
  });
});

describe("the canary", () => {
  const canary = { fileId: "f", transactionCount: 3, changedAt: "2026-03-01T00:00:00Z" };

  it("tells a removed database from a new one, and from one its owner emptied", () => {
    const newer = { ...canary, transactionCount: 4, changedAt: "2026-03-02T00:00:00Z" };
    expect(evicted([canary, newer], { fileId: undefined, transactionCount: 0 })).toEqual(newer);
    expect(evicted([undefined, canary], { fileId: undefined, transactionCount: 0 })).toEqual(canary);
    expect(evicted([undefined, undefined], { fileId: undefined, transactionCount: 0 })).toBeUndefined();
    expect(evicted([canary], { fileId: "f", transactionCount: 0 })).toBeUndefined();
    expect(evicted([canary], { fileId: undefined, transactionCount: 1 })).toBeUndefined();
    expect(evicted([{ ...canary, transactionCount: 0 }], { fileId: undefined, transactionCount: 0 })).toBeUndefined();
  });

  it("is read as it was written, and nothing else is taken for one", () => {
    expect(canaryOf(JSON.stringify(canary))).toEqual(canary);
    for (const text of [null, "", "{", "[]", "3", '{"fileId":1}']) expect(canaryOf(text)).toBeUndefined();
  });

  it.skipIf(globalThis.caches === undefined)("stands in Cache storage, one for each portfolio", async () => {
    await writeCacheCanary("one", canary);
    await writeCacheCanary("two", { ...canary, transactionCount: 9 });
    await removeCacheCanary("two");
    expect(await readCacheCanary("one")).toEqual(canary);
    expect(await readCacheCanary("two")).toBeUndefined();
    await removeCacheCanary("one");
  });

  it("a database gets its name once", async () => {
    const database = await freshDatabase();
    expect(await fileIdOf(database)).toBeUndefined();
    const [one, two] = await Promise.all([ensureFileId(database), ensureFileId(database)]);
    expect(one).toBe(two);
  });
});

describe("a full disk", () => {
  it("is told from other failures, however deep it is wrapped", () => {
    const full = new DOMException("full", "QuotaExceededError");
    for (const error of [full, { name: "AbortError", inner: full }, { name: "BulkError", failures: [full] }])
      expect(toStorageFull(error)).toBeInstanceOf(StorageFullError);
    const other = new Error("other");
    expect(toStorageFull(other)).toBe(other);
    expect(toStorageFull(undefined)).toBeUndefined();
  });

  it("room is made by caches alone", async () => {
    const database = await freshDatabase();
    await saveEntry(database, { transaction: purchase("t"), newAccount: account("a"), newInstrument: share("i") });
    const prices = priceRepository(database);
    await prices.saveManual({ instrumentId: "i", date: "2026-01-02", close: "2" });
    await prices.saveQuotes([{ instrumentId: "i", price: "1", date: "2026-01-02", asOf: "", source: "s" }]);
    const transactions = transactionRepository(database);
    await transactions.saveColumns(await transactions.columns());
    const before = await portfolioContent(database, []);
    await dropCaches(database, "prices");
    expect(await database.quotes.count()).toBe(0);
    expect((await transactions.columns()).wasRebuilt).toBe(false);
    await dropCaches(database, "derived");
    expect((await transactions.columns()).wasRebuilt).toBe(true);
    expect(await portfolioContent(database, [])).toEqual(before);
  });
});

describe("recovery points", () => {
  function pointsOf(database: PortfolioDatabase): RecoveryPoints {
    const points = recoveryPoints(database);
    onTestFinished(async () => {
      points.close();
      await Dexie.delete(`${database.name}-recovery`);
    });
    return points;
  }

  it("hold everything, outlive the database, and are not made twice of the same state", async () => {
    const database = await freshDatabase();
    const points = pointsOf(database);
    expect(await points.make("import")).toBeUndefined();
    await saveEntry(database, { transaction: purchase("t"), newAccount: account("a"), newInstrument: share("i") });
    const content = await portfolioContent(database, []);
    const before = await contentsOf(database);
    const point = await points.make("import");
    expect(await points.make("removal")).toEqual(point);
    expect(await contentsOf(database)).toEqual(before);
    await database.transactions.clear();
    const other = await freshDatabase();
    await restoreContent(other, (await points.read(point!.id))!);
    expect(await portfolioContent(other, [])).toEqual(content);
    await points.remove(point!.id);
    expect(await points.all()).toEqual([]);
    expect(await points.read(point!.id)).toBeUndefined();
  });

  it("are kept: the newest five, and for 30 days the newest of each day", () => {
    const moments = [
      "03-01T12",
      "03-01T11",
      "03-01T10",
      "03-01T09",
      "03-01T08",
      "03-01T07",
      "02-27T09",
      "02-27T08",
      "01-29T09",
    ];
    const points = moments.map((moment) => ({ id: moment, at: `2026-${moment}:00:00.000Z` }));
    expect(outdated(points, start + day / 2)).toEqual(["03-01T07", "02-27T08", "01-29T09"]);
    expect(outdated(points.slice(4), start + 400 * day)).toEqual([]);
  });
});
