import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { transactionRepository } from "../transactions/transaction-repository.ts";
import { type BackupState, backupState, isBackupDue } from "../unsaved/backup-state.ts";

/** How safe the data is, and how much room there is. */
export interface StorageStatus {
  /** Whether the browser has promised to keep the data; undefined: it cannot say. */
  readonly isPersistent?: boolean;
  /** In bytes, of everything this site stores. */
  readonly usage?: number;
  readonly quota?: number;
  /** More than 80 % of the room is taken. */
  readonly isNearlyFull: boolean;
  readonly transactionCount: number;
  readonly backup: BackupState;
  readonly isBackupDue: boolean;
}

/** What of a browser's StorageManager is asked. */
type Storage = Partial<Pick<StorageManager, "persisted" | "estimate">>;

const nearlyFull = 0.8;

export async function storageStatus(
  database: PortfolioDatabase,
  storage: Storage | undefined = globalThis.navigator?.storage as Storage | undefined,
): Promise<StorageStatus> {
  const isPersistent = await storage?.persisted?.();
  const { usage, quota } = (await storage?.estimate?.()) ?? {};
  const backup = await backupState(database);
  const transactionCount = await transactionRepository(database).count();
  return {
    ...(isPersistent === undefined ? {} : { isPersistent }),
    ...(usage === undefined ? {} : { usage }),
    ...(quota === undefined ? {} : { quota }),
    isNearlyFull: usage !== undefined && quota !== undefined && quota > 0 && usage / quota > nearlyFull,
    transactionCount,
    backup,
    isBackupDue: isBackupDue(backup, transactionCount, database.now()),
  };
}
