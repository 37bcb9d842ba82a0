import type { TransactionDraft } from "../transactions/transaction-draft.ts";
import type { RowOrder } from "./reading/delimited-file.ts";

/** Drafts by trade date; those of one day as the file has them in time, or as they were booked when it has no order. */
export function inTimeOrder(drafts: readonly TransactionDraft[], rowOrder: RowOrder): readonly TransactionDraft[] {
  const direction = rowOrder === "unordered" ? 0 : rowOrder === "newest-first" ? -1 : 1;
  return drafts.toSorted((a, b) => {
    if (a.tradeDate !== b.tradeDate) return a.tradeDate < b.tradeDate ? -1 : 1;
    return direction * ((a.rows[0] ?? 0) - (b.rows[0] ?? 0));
  });
}
