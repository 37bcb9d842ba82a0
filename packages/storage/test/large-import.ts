import type { ImportCommit } from "../src/imports/import-commit.ts";
import { rowsAtOnce } from "../src/transactions/staged-rows.ts";
import { account, purchase, share } from "./sample-transactions.ts";

/** An import that is written in several pieces: two unless more rows are asked for. */
export function largeImport(id: string, instrument = "j", count: number = rowsAtOnce + 1): ImportCommit {
  return {
    batch: {
      id,
      fileName: `${id}.csv`,
      format: "test",
      importedAt: "2026-01-02T00:00:00Z",
      transactionCount: count,
      skippedCount: 0,
      accountIds: ["a"],
      instrumentIds: [instrument],
    },
    accounts: [account("a")],
    instruments: [share(instrument)],
    transactions: Array.from({ length: count }, (_, i) => ({
      transaction: purchase(`${id}${String(i).padStart(5, "0")}`, { account: "a", instrument }),
      importKey: `${id}/${i}`,
    })),
  };
}
