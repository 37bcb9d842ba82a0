import { validateTransaction } from "@portfolio/core/intake";
import {
  type Canary,
  checkIntegrity,
  dropCaches,
  type Droppable,
  ensureFileId,
  evicted,
  figureSettings,
  fileIdOf,
  type IntegrityReport,
  journal,
  keepVault,
  keptVault,
  lastIntegrityReport,
  makeVault,
  type MergeOutcome,
  mergeContent,
  noteBackup,
  portfolioContent,
  previewMerge,
  type ReadArchive,
  readArchive,
  readCacheCanary,
  type RecoveryPoints,
  recoveryPoints,
  type RecoveryReason,
  removeCacheCanary,
  repairDerived,
  storageStatus,
  testRestore,
  writeArchive,
  writeCacheCanary,
} from "@portfolio/storage";
import type { OpenedPortfolio } from "./open-portfolio.ts";
import type { BackupFile, BackupPreview, BackupSecret, KeepingState, StorageView } from "./storage-protocol.ts";

const appName = "portfolio";
const weekMs = 7 * 86_400_000;
const monthMs = 30 * 86_400_000;
/** A first check waits until the first pictures are there. */
const idleMs = 30_000;

/**
 * Keeps one open portfolio safe: canary, recovery points, checks in idle time, backups. All it writes beside the portfolio's
 * own records is bookkeeping.
 */
export class PortfolioKeeper {
  readonly #opened: OpenedPortfolio;
  readonly #points: RecoveryPoints;
  #missing: Canary | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;
  /** What the window has kept belongs to the person's own portfolio alone. */
  readonly #isOwn: boolean;

  constructor(opened: OpenedPortfolio, isOwn: boolean) {
    this.#opened = opened;
    this.#isOwn = isOwn;
    this.#points = recoveryPoints(opened.database);
  }

  /** Looks whether the browser has removed anything, and plans the weekly check. */
  async start(windowCanary: Canary | undefined): Promise<void> {
    if (!this.#isOwn) return;
    const { database, transactions } = this.#opened;
    const cached = await readCacheCanary(database.name).catch(() => undefined);
    const [fileId, transactionCount] = [await fileIdOf(database), await transactions.count()];
    this.#missing = evicted([windowCanary, cached], { fileId, transactionCount });
    this.#idle = setTimeout(() => void this.#checkIfDue().catch(() => undefined), idleMs);
  }

  stop(): void {
    clearTimeout(this.#idle);
    this.#points.close();
  }

  async state(transactionCount: number): Promise<KeepingState> {
    const { database } = this.#opened;
    const { backup, isBackupDue } = await storageStatus(database, {});
    if (transactionCount > 0) this.#missing = undefined;
    const fileId = !this.#isOwn || transactionCount === 0 ? await fileIdOf(database) : await ensureFileId(database);
    const { lastChangeAt: changedAt = "" } = backup;
    return {
      ...(await journal(database).state()),
      ...(this.#isOwn && fileId !== undefined ? { canary: { fileId, transactionCount, changedAt } } : {}),
      ...(this.#missing === undefined ? {} : { missing: this.#missing }),
      isBackupDue: this.#isOwn && isBackupDue,
      unsavedChanges: this.#isOwn ? backup.changes : 0,
    };
  }

  /** Leaves the word in Cache storage; without it the one of the window remains. */
  async leaveCanary({ canary }: KeepingState): Promise<void> {
    if (canary !== undefined) await writeCacheCanary(this.#opened.database.name, canary).catch(() => undefined);
  }

  async forgetMissing(): Promise<void> {
    this.#missing = undefined;
    // A database that bears a name is one that its owner knows to be empty.
    await ensureFileId(this.#opened.database);
    await removeCacheCanary(this.#opened.database.name).catch(() => undefined);
  }

  /** A copy on this device, before something that changes much. */
  async makePoint(reason: RecoveryReason): Promise<void> {
    if (this.#isOwn) await this.#points.make(reason);
  }

  async view(): Promise<StorageView> {
    const { database } = this.#opened;
    const lastCheck = await lastIntegrityReport(database);
    return {
      ...(await storageStatus(database)),
      hasKeys: (await keptVault(database)) !== undefined,
      recoveryPoints: await this.#points.all(),
      ...(lastCheck === undefined ? {} : { lastCheck }),
    };
  }

  check(): Promise<IntegrityReport> {
    return checkIntegrity(this.#opened.database, {
      transactionFault: (row) => validateTransaction({ ...row })?.message,
      pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
    });
  }

  async repair(): Promise<IntegrityReport> {
    await this.makePoint("repair");
    await repairDerived(this.#opened.database);
    return this.check();
  }

  freeSpace(what: Droppable): Promise<void> {
    return dropCaches(this.#opened.database, what);
  }

  async makeKeys(passphrase: string): Promise<string> {
    const made = await makeVault(passphrase);
    await keepVault(this.#opened.database, made);
    return made.recoveryKey;
  }

  async backUp(): Promise<BackupFile> {
    const { database } = this.#opened;
    const kept = await keptVault(database);
    if (kept === undefined) throw new Error("Choose a passphrase for your backups first.");
    // Read before the content: what changes in between counts as not saved.
    const { backup } = await storageStatus(database, {});
    const content = await portfolioContent(database, figureSettings);
    const at = new Date(database.now()).toISOString();
    const portfolio = await ensureFileId(database);
    const bytes = await writeArchive(content, kept, { created: at, app: appName, portfolio });
    const earlier = backup.lastBackup?.verifiedAt;
    const isTestDue = earlier === undefined || database.now() - Date.parse(earlier) > monthMs;
    if (isTestDue) {
      const { isRestorable, reason } = await testRestore(database.name, bytes, kept.key);
      if (!isRestorable) throw new Error(`The backup could not be restored in a test. ${reason ?? ""}`.trim());
    }
    const fileName = `portfolio-${at.slice(0, 10)}-${at.slice(11, 13)}${at.slice(14, 16)}.pfarchive`;
    const transactionCount = content.transactions.length;
    const verifiedAt = isTestDue ? at : earlier;
    await noteBackup(
      database,
      { at, where: fileName, transactionCount, ...(verifiedAt === undefined ? {} : { verifiedAt }) },
      backup.changes,
    );
    return { fileName, bytes, transactionCount };
  }

  async preview(bytes: Uint8Array<ArrayBuffer>, secret: BackupSecret): Promise<BackupPreview> {
    const { header, content, damaged, isWhole } = await readArchive(bytes, secret);
    const merge = await previewMerge(this.#opened.database, content);
    return { header, damaged, isWhole, merge, transactionCount: content.transactions.length };
  }

  async restore(bytes: Uint8Array<ArrayBuffer>, secret: BackupSecret, fileName: string): Promise<MergeOutcome> {
    const archive: ReadArchive = await readArchive(bytes, secret);
    return this.#merge(archive.content, fileName);
  }

  async restorePoint(id: string): Promise<MergeOutcome> {
    const content = await this.#points.read(id);
    if (content === undefined) throw new Error("This recovery point is no longer there.");
    return this.#merge(content, "");
  }

  deletePoint(id: string): Promise<void> {
    return this.#points.remove(id);
  }

  async #merge(content: ReadArchive["content"], subject: string): Promise<MergeOutcome> {
    const { accounts, instruments } = content;
    const known = {
      accounts: new Set(accounts.map(({ id }) => id)),
      instruments: new Set(instruments.map(({ id }) => id)),
    };
    const fault = content.transactions
      .map((row) =>
        known.accounts.has(row.account) ? validateTransaction({ ...row })?.message : "Its account is missing.",
      )
      .find((message) => message !== undefined);
    if (fault !== undefined)
      throw new Error(`A transaction of the copy cannot be stored: ${fault} Nothing was restored.`);
    await this.makePoint("restore");
    return mergeContent(this.#opened.database, content, subject);
  }

  async #checkIfDue(): Promise<void> {
    const { database } = this.#opened;
    const last = await lastIntegrityReport(database);
    if (last === undefined || database.now() - Date.parse(last.checkedAt) > weekMs) await this.check();
  }
}
