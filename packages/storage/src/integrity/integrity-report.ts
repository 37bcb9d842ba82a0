/** What can be wrong with stored data. */
export type FindingCode =
  | "invalid-record"
  | "unknown-reference"
  | "repeated-sequence"
  | "wrong-counter"
  | "wrong-import-count"
  | "wrong-chunks"
  | "wrong-pack"
  | "orphan-cache"
  | "wrong-journal"
  | "left-behind";

/** One thing that is wrong, with the record it is about. */
export interface Finding {
  readonly code: FindingCode;
  readonly table: string;
  readonly key: IDBValidKey;
  /** In a sentence. */
  readonly detail: string;
  /** Whether it is about derived data or a cache, which a repair builds anew; records of a person are never repaired. */
  readonly isRepairable: boolean;
}

/** The outcome of a check. */
export interface IntegrityReport {
  /** The revision that was checked. */
  readonly revision: number;
  /** When it ended, ISO 8601. */
  readonly checkedAt: string;
  /** Records looked at, by table. */
  readonly counts: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
  /** How many findings there are beyond those that are listed. */
  readonly unlisted: number;
  /** Somebody changed the portfolio again and again while it was checked: look again later. */
  readonly isInterrupted: boolean;
}
