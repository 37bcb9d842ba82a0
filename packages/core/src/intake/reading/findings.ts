import type { PlainDate } from "../../calendar/plain-date.ts";
import { type Issue, type IssueCode, issue } from "../../outcome/issue.ts";
import type { TransactionDraft } from "../../transactions/transaction-draft.ts";
import { draftFaults } from "./check-draft.ts";
import { type DraftFields, draftOf } from "./draft-fields.ts";

/**
 * What the reading of one file has found so far, and where each of its rows ended.
 *
 * Every row must end in a draft, in an issue, or as structure: {@link Findings.isSettled} tells.
 */
export interface Findings {
  readonly drafts: readonly TransactionDraft[];
  readonly issues: readonly Issue[];
  /** Keeps a transaction, or holds it back with an issue for each of its rows when it cannot be right. */
  readonly book: (fields: DraftFields) => void;
  /** Says something about a row. */
  readonly report: (code: IssueCode, line: number, message: string, column?: string) => void;
  /** Says something about a place of the file that is no row: "accounts[0].balances". */
  readonly reportPlace: (code: IssueCode, place: string, message: string) => void;
  /** Reports a cell that cannot be read; the row is then left out by whoever reads it. */
  readonly refuse: (line: number, column: string, message: string) => void;
  readonly isRefused: (line: number) => boolean;
  /** Marks a row that never was a transaction: a header, a total, a footer. */
  readonly structure: (line: number) => void;
  readonly isStructure: (line: number) => boolean;
  readonly isSettled: (line: number) => boolean;
}

/** Empty findings for a file. */
export function findingsIn(file: string, today: PlainDate): Findings {
  const drafts: TransactionDraft[] = [];
  const issues: Issue[] = [];
  const settled = new Set<number>();
  const structural = new Set<number>();
  const refused = new Set<number>();

  function report(code: IssueCode, line: number, message: string, column?: string): void {
    settled.add(line);
    issues.push(issue(code, message, { file, row: line, ...(column === undefined ? {} : { column }) }));
  }
  function reportPlace(code: IssueCode, place: string, message: string): void {
    issues.push(issue(code, message, { file, column: place }));
  }
  function refuse(line: number, column: string, message: string): void {
    refused.add(line);
    report("invalid-cell", line, message, column);
  }
  function book(fields: DraftFields): void {
    const faults = draftFaults(fields, today);
    const held = faults.filter(({ holdsBack }) => holdsBack);
    for (const { code, message } of held) for (const line of fields.rows) report(code, line, message);
    if (held.length > 0) return;
    for (const { code, message } of faults) report(code, fields.rows[0] ?? 1, message);
    for (const line of fields.rows) settled.add(line);
    drafts.push(draftOf(fields));
  }
  function structure(line: number): void {
    settled.add(line);
    structural.add(line);
  }
  return {
    drafts,
    issues,
    book,
    report,
    reportPlace,
    refuse,
    isRefused: (line) => refused.has(line),
    structure,
    isStructure: (line) => structural.has(line),
    isSettled: (line) => settled.has(line),
  };
}
