import { cashEffectOf, type Issue, type Ledger, type Transaction, transactionKinds } from "@portfolio/core";
import { rowAt } from "@portfolio/core/edits";
import type { TransactionRow } from "@portfolio/storage";
import type { LoadedPortfolio } from "./computed-portfolio.ts";
import type { TransactionsRequest, TransactionView } from "./engine-protocol.ts";

/** Ids of the transactions a request is about, newest first, without reading a single row. */
export function matchingIds(portfolio: LoadedPortfolio, request: TransactionsRequest): string[] {
  const { columns } = portfolio;
  const words = (request.search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const accounts = request.accounts && new Set(request.accounts);
  const kinds = request.kinds && new Set<string>(request.kinds);
  const ids: string[] = [];
  for (let position = columns.count - 1; position >= 0; position--) {
    const row = rowAt(columns, position);
    const kind = transactionKinds[columns.kind[row]!]!;
    const account = columns.accounts[columns.account[row]!]!;
    if (kinds?.has(kind) === false || accounts?.has(account) === false) continue;
    if (words.length > 0 && !isNamed(portfolio, row, kind, words)) continue;
    ids.push(columns.ids[row]!);
  }
  return ids;
}

/** Rows with the words a table needs. */
export function viewsOf(
  portfolio: LoadedPortfolio,
  ledger: Ledger,
  rows: readonly (TransactionRow | undefined)[],
): TransactionView[] {
  const accounts = new Map(portfolio.accounts.map(({ id, name }) => [id, name]));
  const issues = new Map<string | undefined, Issue[]>();
  for (const issue of ledger.issues)
    issues.set(issue.source.transactionId, [...(issues.get(issue.source.transactionId) ?? []), issue]);
  return rows
    .filter((row) => row !== undefined)
    .map((row): TransactionView => {
      const { sequence: _sequence, batchId, importKey: _key, ...transaction } = row;
      const instrument =
        "instrument" in row && row.instrument !== undefined ? portfolio.instruments.get(row.instrument) : undefined;
      const net = cashEffectOf(transaction as Transaction);
      return {
        transaction: transaction as Transaction,
        accountName: accounts.get(row.account) ?? "Unknown account",
        issues: issues.get(row.id) ?? [],
        ...(instrument === undefined
          ? {}
          : { instrumentLabel: instrument.ticker ?? instrument.name, instrumentName: instrument.name }),
        ...(net === undefined ? {} : { netAmount: net }),
        ...("currency" in row && row.currency !== undefined ? { currency: row.currency } : {}),
        ...(batchId === undefined ? {} : { batchId }),
      };
    });
}

function isNamed(
  { columns, instruments, accounts }: LoadedPortfolio,
  row: number,
  kind: string,
  words: readonly string[],
): boolean {
  const instrument = instruments.get(columns.instruments[columns.instrument[row]!] ?? "");
  const account = accounts.find(({ id }) => id === columns.accounts[columns.account[row]!]);
  const text =
    `${kind} ${instrument?.ticker ?? ""} ${instrument?.name ?? ""} ${instrument?.isin ?? ""} ${account?.name ?? ""}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
