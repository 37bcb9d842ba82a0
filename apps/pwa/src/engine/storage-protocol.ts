import type {
  ArchiveHeader,
  Canary,
  Droppable,
  IntegrityReport,
  JournalState,
  MergeOutcome,
  ReadArchive,
  RecoveryPoint,
  StepLabel,
  StorageStatus,
} from "@portfolio/storage";

export type { Canary, Finding, IntegrityReport, RecoveryPoint, StepLabel } from "@portfolio/storage";

/** What opens a backup file. */
export type BackupSecret = { readonly passphrase: string } | { readonly recoveryKey: string };

/** An encrypted backup file, ready to be kept somewhere. */
export interface BackupFile {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly transactionCount: number;
}

/** What a backup file holds and what restoring it would change. Nothing is written yet. */
export interface BackupPreview {
  readonly header: ArchiveHeader;
  readonly isWhole: boolean;
  readonly damaged: ReadArchive["damaged"];
  readonly transactionCount: number;
  readonly merge: MergeOutcome;
}

/** How storage stands, for Settings. */
export interface StorageView extends StorageStatus {
  /** Whether this portfolio has a passphrase for its backups. */
  readonly hasKeys: boolean;
  readonly lastCheck?: IntegrityReport;
  readonly recoveryPoints: readonly RecoveryPoint[];
}

/** What keeps the data: undo, checks, backups, room. */
export interface StorageEngineApi {
  /** Takes the last action back, here or in another tab; undefined: there is none. */
  undoLast(): Promise<StepLabel | undefined>;
  redoLast(): Promise<StepLabel | undefined>;
  storage(): Promise<StorageView>;
  /** Looks at everything that is stored; writes nothing but its report. */
  checkData(): Promise<IntegrityReport>;
  /** Builds derived data anew and checks again; never changes what a person made. */
  repairData(): Promise<IntegrityReport>;
  /** Gives up caches: prices first, derived data next. */
  freeSpace(what: Droppable): Promise<void>;
  dismissBackupReminder(): Promise<void>;
  /** Makes the keys of this portfolio's backups; answers the recovery key, to be shown once. */
  makeBackupKeys(passphrase: string): Promise<string>;
  /** An encrypted backup of everything, restored in a test the first time and each month. */
  backUp(): Promise<BackupFile>;
  previewBackup(bytes: Uint8Array<ArrayBuffer>, secret: BackupSecret): Promise<BackupPreview>;
  /** Adds what only the backup has; what is here stays. Can be undone. */
  restoreBackup(bytes: Uint8Array<ArrayBuffer>, secret: BackupSecret, fileName: string): Promise<MergeOutcome>;
  /** The same from a copy on this device. */
  restoreRecoveryPoint(id: string): Promise<MergeOutcome>;
  deleteRecoveryPoint(id: string): Promise<void>;
  /** Starts anew although a canary tells of data that is gone. */
  forgetMissing(): Promise<void>;
}

/** What the state of the engine says about keeping. */
export interface KeepingState extends JournalState {
  /** To be left in the window's own storage, which a worker cannot reach. */
  readonly canary?: Canary;
  /** The browser has removed what this tells of. */
  readonly missing?: Canary;
  readonly isBackupDue: boolean;
  /** Changes that no backup holds. */
  readonly unsavedChanges: number;
}
