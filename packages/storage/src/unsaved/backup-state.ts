import type { PortfolioDatabase } from "../database/portfolio-database.ts";

const key = "backup";

/** What no copy outside this browser holds, and when the last copy was made. Moments are ISO 8601. */
export interface BackupState {
  /** Changes since the last backup, or since ever. */
  readonly changes: number;
  /** When the first of them was made. */
  readonly changedSince?: string;
  /** When the last change of all was made. */
  readonly lastChangeAt?: string;
  readonly lastBackup?: {
    readonly at: string;
    /** Where it went: the name of the file. */
    readonly where: string;
    /** Transactions in it. */
    readonly transactionCount: number;
    /** When it was last restored in a test; absent: not yet. */
    readonly verifiedAt?: string;
  };
  /** The reminder rests until then. */
  readonly dismissedUntil?: string;
}

/** How a portfolio stands with its backups. */
export async function backupState({ settings }: Pick<PortfolioDatabase, "settings">): Promise<BackupState> {
  return ((await settings.get(key))?.value as BackupState | undefined) ?? { changes: 0 };
}

/** To be called inside a transaction on `settings`, that of the change. */
export async function countChange(database: PortfolioDatabase, count: number): Promise<void> {
  const state = await backupState(database);
  const lastChangeAt = new Date(database.now()).toISOString();
  const { changedSince = lastChangeAt } = state;
  await database.settings.put({ key, value: { ...state, changes: state.changes + count, changedSince, lastChangeAt } });
}

/** Says that a backup was made of the portfolio as it stood when it had `changes` unsaved changes. */
export async function noteBackup(
  database: PortfolioDatabase,
  lastBackup: NonNullable<BackupState["lastBackup"]>,
  changes: number,
): Promise<void> {
  await database.transaction("rw", database.settings, async () => {
    const state = await backupState(database);
    const left = Math.max(state.changes - changes, 0);
    const { changedSince: _, dismissedUntil: __, ...rest } = state;
    const value: BackupState = {
      ...rest,
      changes: left,
      lastBackup,
      ...(left === 0 ? {} : { changedSince: lastBackup.at }),
    };
    await database.settings.put({ key, value });
  });
}

/** Lets the reminder rest for three days. */
export async function dismissBackupReminder(database: PortfolioDatabase): Promise<void> {
  await database.transaction("rw", database.settings, async () => {
    const dismissedUntil = new Date(database.now() + 3 * 86_400_000).toISOString();
    await database.settings.put({ key, value: { ...(await backupState(database)), dismissedUntil } });
  });
}

/**
 * Whether to remind of a backup. The first time after 20 transactions or 3 days with a change; later when more than 50
 * changes or 14 days lie behind the last one. Never while nothing has changed, nor while the reminder rests.
 */
export function isBackupDue(state: BackupState, transactionCount: number, now: number): boolean {
  const { changes, changedSince, lastBackup, dismissedUntil } = state;
  if (changes === 0 || transactionCount === 0) return false;
  if (dismissedUntil !== undefined && now < Date.parse(dismissedUntil)) return false;
  const daysSince = (moment: string | undefined): number =>
    moment === undefined ? 0 : (now - Date.parse(moment)) / 86_400_000;
  if (lastBackup === undefined) return transactionCount >= 20 || daysSince(changedSince) >= 3;
  return changes > 50 || daysSince(lastBackup.at) >= 14;
}
