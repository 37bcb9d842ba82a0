import { type Ledger, packTransactions, type Transaction } from "@portfolio/core";
import { ledgerOf } from "../computed-portfolio.ts";
import type { ImportRow, ImportSession } from "./import-session.ts";

/**
 * Replays what is there with and without the selected rows, and hands each row the issues it raises.
 *
 * A row that is not selected is judged as if all were taken over: so it shows why it was left out, and nothing that only
 * an earlier choice had brought about. A repeated line is judged once it is chosen.
 */
export function dryRun(session: ImportSession): { before: Ledger; after: Ledger } {
  const { existing, newInstruments, baseCurrency, rows } = session;
  const instruments = new Map([
    ...session.portfolio.instruments,
    ...newInstruments.map((instrument) => [instrument.id, instrument] as const),
  ]);
  const portfolio = { ...session.portfolio, baseCurrency };
  const replayed = (added: readonly ImportRow[]): Ledger =>
    ledgerOf(
      { ...portfolio, instruments, columns: packTransactions([...existing, ...added.map(transactionOf)]) },
      portfolio.prices,
    );
  const candidates = rows.filter(
    (row) => row.transaction !== undefined && (row.isSelected || row.repeats === undefined),
  );
  const selected = candidates.filter(({ isSelected }) => isSelected);
  const after = replayed(selected);
  for (const row of rows) row.ledgerIssues = [];
  if (selected.length < candidates.length) handIssues(session, replayed(candidates), candidates);
  handIssues(session, after, selected);
  return { before: ledgerOf(portfolio, portfolio.prices), after };
}

function handIssues({ file }: ImportSession, ledger: Ledger, rows: readonly ImportRow[]): void {
  const byTransaction = Map.groupBy(ledger.issues, ({ source }) => source.transactionId);
  for (const row of rows)
    row.ledgerIssues = (byTransaction.get(transactionOf(row).id) ?? []).map((issue) => ({
      ...issue,
      source: { ...issue.source, file: file.fileName, row: row.lines[0]! },
    }));
}

function transactionOf({ transaction }: ImportRow): Transaction {
  return transaction!;
}
