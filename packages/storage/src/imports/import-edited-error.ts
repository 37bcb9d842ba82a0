import type { TransactionRow } from "../database/schema.ts";
import { recordName } from "../undo/undo-conflict-error.ts";

/**
 * Transactions of an import were changed by hand since: undoing it would lose these changes. Nothing was undone.
 *
 * The remedy is to undo it all the same, by choice, or to leave it.
 */
export class ImportEditedError extends Error {
  readonly code: "import-edited" = "import-edited";
  readonly transactionIds: readonly string[];

  constructor(rows: readonly TransactionRow[]) {
    const names = rows.slice(0, 5).map((row) => recordName(row, row.id));
    const more = rows.length > names.length ? ` and ${rows.length - names.length} more` : "";
    super(`Transactions of this import were changed since: ${names.join("; ")}${more}.`);
    this.name = "ImportEditedError";
    this.transactionIds = rows.map(({ id }) => id);
  }
}
