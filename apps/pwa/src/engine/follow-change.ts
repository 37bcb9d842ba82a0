import type { Account, CurrencyCode, Instrument } from "@portfolio/core";
import { editColumns } from "@portfolio/core/edits";
import type { TransactionRow } from "@portfolio/storage";
import { ledgerOf, type LoadedPortfolio } from "./computed-portfolio.ts";

/** A change of transactions that was written, with what it brought along. */
export interface WrittenChange {
  readonly revision: number;
  readonly removed?: readonly string[];
  readonly saved?: readonly TransactionRow[];
  readonly newAccount?: Account;
  readonly newInstrument?: Instrument;
  /** The reporting currency that stands since; as before when left out. */
  readonly baseCurrency?: CurrencyCode;
}

/**
 * The portfolio in memory after a change, without reading anything: only the instruments it touches are replayed. The same
 * as loading it anew.
 */
export function followChange(portfolio: LoadedPortfolio, change: WrittenChange): LoadedPortfolio {
  const { removed = [], saved = [], revision, newAccount, newInstrument } = change;
  const columns = editColumns(portfolio.columns, {
    removed,
    saved: saved.map((transaction) => ({ transaction, entry: transaction.sequence })),
  });
  const { accounts, instruments } = portfolio;
  const sources = {
    ...portfolio,
    columns,
    baseCurrency: change.baseCurrency ?? portfolio.baseCurrency,
    accounts:
      newAccount === undefined || accounts.some(({ id }) => id === newAccount.id)
        ? accounts
        : byId([...accounts, newAccount]),
    instruments:
      newInstrument === undefined || instruments.has(newInstrument.id)
        ? instruments
        : new Map(byId([...instruments.values(), newInstrument]).map((instrument) => [instrument.id, instrument])),
  };
  const ledger = ledgerOf(sources, portfolio.prices, portfolio.ledger);
  return { ...sources, revision, transactionRevision: revision, ledger };
}

/** In the order in which the database answers. */
function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
