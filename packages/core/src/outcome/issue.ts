/** How much an issue matters: figures lack something, a figure may be wrong, or just so you know. */
export type IssueSeverity = "error" | "warning" | "notice";

/**
 * Every issue code with its severity: one list for intake, ledger, valuation and screens.
 *
 * @see docs/domain/vocabulary.md
 */
export const issueSeverities = {
  "unreadable-file": "error",
  "invalid-cell": "error",
  "unknown-action": "error",
  "future-date": "warning",
  "ignored-row": "notice",
  "unsupported-instrument": "error",
  "unsupported-kind": "warning",
  "duplicate-transaction": "notice",
  "amount-mismatch": "warning",
  "assumed-quotation-unit": "warning",
  "withholding-unknown": "notice",
  "missing-cost": "warning",
  "balance-without-flow": "notice",
  "watchlist-row": "notice",
  "unknown-instrument": "error",
  oversold: "error",
  "ambiguous-lots": "warning",
  "unpaired-transfer": "warning",
  "negative-cash": "warning",
  "missing-price": "warning",
  "missing-rate": "warning",
  "stale-price": "notice",
  "tax-rule-unclear": "warning",
} as const;

/** What an issue is about: the stable name to translate and to filter by. */
export type IssueCode = keyof typeof issueSeverities;

/** Where an issue comes from: a stored transaction, or a place in a file. Lines count from 1. */
export interface IssueSource {
  readonly transactionId?: string;
  readonly instrumentId?: string;
  readonly accountId?: string;
  readonly currency?: string;
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
}

/**
 * A fault in the data, with its place: never an exception, never dropped.
 *
 * `message` says in one sentence what happened and in a second one what to do. Plain data: may be cloned and stored.
 */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: IssueSeverity;
  readonly message: string;
  readonly source: IssueSource;
  /** The day the fault concerns, ISO 8601. */
  readonly date?: string;
  /** The last day it concerns, where there are several. */
  readonly lastDate?: string;
}

/** Builds an issue with the severity that belongs to its code. */
export function issue(code: IssueCode, message: string, source: IssueSource = {}, date?: string): Issue {
  const base = { code, severity: issueSeverities[code], message, source };
  return date === undefined ? base : { ...base, date };
}
