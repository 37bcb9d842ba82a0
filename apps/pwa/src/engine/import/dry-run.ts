import { type Ledger, packTransactions } from "@portfolio/core";
import { ledgerOf } from "../computed-portfolio.ts";
import type { ImportSession } from "./import-session.ts";

/** Replays what is there with and without the selected rows, and hands each row the issues it would raise. */
export function dryRun(session: ImportSession): { before: Ledger; after: Ledger } {
  const { existing, newInstruments, baseCurrency, rows } = session;
  const instruments = new Map([
    ...session.portfolio.instruments,
    ...newInstruments.map((instrument) => [instrument.id, instrument] as const),
  ]);
  const portfolio = { ...session.portfolio, baseCurrency };
  const candidates = rows.filter(
    (row) => row.transaction !== undefined && (row.isSelected || row.repeats === undefined),
  );
  const added = candidates.filter(({ isSelected }) => isSelected).map(({ transaction }) => transaction!);
  const before = ledgerOf(portfolio, portfolio.prices);
  const columns = packTransactions([...existing, ...added]);
  const after = ledgerOf({ ...portfolio, instruments, columns }, portfolio.prices);
  const byTransaction = Map.groupBy(after.issues, ({ source }) => source.transactionId);
  for (const row of candidates) {
    if (row.isSelected)
      row.ledgerIssues = (byTransaction.get(row.transaction!.id) ?? []).map((issue) => ({
        ...issue,
        source: { ...issue.source, file: session.file.fileName, row: row.lines[0]! },
      }));
  }
  return { before, after };
}
