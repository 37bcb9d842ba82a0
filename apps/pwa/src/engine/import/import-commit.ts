import type { Transaction } from "@portfolio/core";
import { type ImportCommit, instrumentIdsOf } from "@portfolio/storage";
import type { ImportRow, ImportSession } from "./import-session.ts";

/** Everything the session would write, in one piece. */
export function commitOf(session: ImportSession, importedAt: string): ImportCommit {
  const selected = session.rows.filter(
    (row): row is ImportRow & { transaction: Transaction } => row.isSelected && row.transaction !== undefined,
  );
  const transactions = selected.map(({ transaction, importKey, repeats }) => ({
    transaction,
    importKey,
    isRepeat: repeats !== undefined,
  }));
  const usedAccounts = new Set(selected.map(({ transaction }) => transaction.account));
  const usedInstruments = new Set(selected.flatMap(({ transaction }) => instrumentIdsOf(transaction)));
  const accounts = session.accounts.filter(({ account }) => usedAccounts.has(account.id));
  const instruments = session.newInstruments.filter(({ id }) => usedInstruments.has(id));
  const dates = transactions.map(({ transaction }) => transaction.tradeDate).sort();
  return {
    batch: {
      id: session.file.importId,
      fileName: session.file.fileName,
      format: session.read.format ?? "mapped-csv",
      importedAt,
      transactionCount: transactions.length,
      skippedCount: session.rows.length - transactions.length,
      ...(dates.length === 0 ? {} : { from: dates[0]!, to: dates.at(-1)! }),
      accountIds: accounts.filter(({ isNew }) => isNew).map(({ account }) => account.id),
      instrumentIds: instruments.map(({ id }) => id),
    },
    accounts: accounts.map(({ account }) => account),
    instruments,
    transactions,
    ...(accounts[0] === undefined ? {} : { baseCurrency: accounts[0].account.currency }),
    readAt: session.portfolio.transactionRevision,
  };
}
