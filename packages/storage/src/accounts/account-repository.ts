import type { Account, AccountId } from "@portfolio/core";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextRevision } from "../database/revision.ts";

/** Accounts of a portfolio. */
export interface AccountRepository {
  all(): Promise<Account[]>;
  save(account: Account): Promise<void>;
  remove(id: AccountId): Promise<void>;
}

export function accountRepository(database: PortfolioDatabase): AccountRepository {
  const { accounts, settings } = database;
  return {
    all: () => accounts.toArray(),
    save: (account) =>
      database.transaction("rw", accounts, settings, async () => {
        await accounts.put(account);
        await nextRevision(database);
      }),
    remove: (id) =>
      database.transaction("rw", accounts, settings, async () => {
        await accounts.delete(id);
        await nextRevision(database);
      }),
  };
}
