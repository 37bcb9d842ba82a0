import { isLaterRow } from "../transactions/row-order.ts";
import type { TransactionColumns } from "../transactions/transaction-columns.ts";
import type { FoundIssue } from "./ledger.ts";

/** Issues in the processing order of their transactions; those of one transaction stay in the order they were found. */
export function sortFound(columns: TransactionColumns, found: readonly FoundIssue[]): FoundIssue[] {
  return found.toSorted((a, b) => (a.row === b.row ? 0 : isLaterRow(columns, a.row, b.row) ? 1 : -1));
}
