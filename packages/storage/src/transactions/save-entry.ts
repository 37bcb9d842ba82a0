import type { Account, CurrencyCode, Instrument, Transaction } from "@portfolio/core";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextTransactionRevision } from "../database/revision.ts";
import { userAction } from "../journal/user-action.ts";
import { keepBaseCurrency } from "../settings/keep-base-currency.ts";
import { instrumentIdsOf } from "./instrument-ids.ts";
import { putTransaction, type WrittenRows } from "./transaction-repository.ts";

/** A transaction typed by hand, with the account and the instrument that it may bring. */
export interface SavedEntry {
  readonly transaction: Transaction;
  readonly newAccount?: Account;
  readonly newInstrument?: Instrument;
  /** The reporting currency, unless one is settled. */
  readonly baseCurrency?: CurrencyCode;
}

/** What was written, and the reporting currency that stands since. */
export interface WrittenEntry extends WrittenRows {
  readonly baseCurrency?: CurrencyCode;
}

/**
 * Saves an entry whole or not at all: account, instrument, reporting currency and transaction in one IndexedDB transaction.
 *
 * An account or instrument that is there already stays as it is: the entry may be sent twice.
 *
 * @throws the entry names an account or instrument that is not there
 */
export async function saveEntry(database: PortfolioDatabase, entry: SavedEntry): Promise<WrittenEntry> {
  const { transaction, newAccount, newInstrument, baseCurrency } = entry;
  const { accounts, instruments, transactions } = database;
  const kind = (await transactions.get(transaction.id)) === undefined ? "entry" : "edit";
  const action = { kind, subject: transaction.kind } as const;
  return userAction(database, action, [accounts, instruments, transactions], async () => {
    if (newAccount !== undefined && (await accounts.get(newAccount.id)) === undefined) await accounts.add(newAccount);
    if (newInstrument !== undefined && (await instruments.get(newInstrument.id)) === undefined)
      await instruments.add(newInstrument);
    if ((await accounts.get(transaction.account)) === undefined)
      throw new Error("The account of this entry is no longer there. Choose another one.");
    if ((await instruments.bulkGet(instrumentIdsOf(transaction))).includes(undefined))
      throw new Error("The instrument of this entry is no longer there. Choose another one.");
    const settled = await keepBaseCurrency(database, baseCurrency);
    const row = await putTransaction(database, transaction);
    const revision = await nextTransactionRevision(database);
    return { revision, rows: [row], ...(settled === undefined ? {} : { baseCurrency: settled }) };
  });
}
