import type { TransactionRow } from "./schema.ts";

/** What a person did, by kind: what an undo button says. */
export type ActionKind =
  | "entry"
  | "edit"
  | "removal"
  | "restoration"
  | "import"
  | "import-undo"
  | "account"
  | "instrument"
  | "price"
  | "setting"
  | "taxonomy"
  | "target"
  | "goal"
  | "note"
  | "watchlist"
  | "merge";

/** A record before and after a change; absent where there was none. */
export interface RecordedChange {
  readonly table: string;
  readonly key: IDBValidKey;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Rows of an import, which are too many to stand in a step. */
export interface BatchRows {
  readonly batchId: string;
  /** Present: the rows are not in the table but kept in `journalRows` under this id. */
  readonly rowsId?: string;
}

/** What a person does, for the undo button. */
export interface UserAction {
  readonly kind: ActionKind;
  readonly subject: string;
  /** The import whose rows come or go with it. */
  readonly batch?: BatchRows;
  /** How many rows that are, where they are not written in the transaction of the action itself. */
  readonly rowCount?: number;
}

/** One user action that can be taken back: the changes that were made last, by doing, undoing or redoing it. */
export interface JournalStep {
  readonly step: number;
  readonly changes: readonly RecordedChange[];
  readonly batch?: BatchRows;
}

/** A piece of the rows that an undone import had. */
export interface JournalRows {
  readonly rowsId: string;
  readonly piece: number;
  readonly rows: readonly TransactionRow[];
}

/** What is said of a step without reading it. */
export interface StepLabel {
  readonly step: number;
  readonly kind: ActionKind;
  /** A name: of a file, an account, an instrument; may be empty. */
  readonly subject: string;
  /** Records of a person that it changed. */
  readonly count: number;
  /** Records that the step holds. */
  readonly weight: number;
  readonly rowsId?: string;
}

/** All steps in order, and the last one that stands: those behind it were undone. */
export interface JournalHead {
  readonly position: number;
  readonly steps: readonly StepLabel[];
}
