import type { Account, AccountId, CostBasisMethod } from "@portfolio/core";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextRevision } from "../database/revision.ts";
import { userAction } from "../journal/user-action.ts";

/** Accounts of a portfolio. Each writing method is one user action that can be undone. */
export interface AccountRepository {
  all(): Promise<Account[]>;
  save(account: Account): Promise<void>;
  /** Changes the name and nothing else, whatever another tab has written meanwhile; an unknown account is left alone. */
  rename(id: AccountId, name: string): Promise<void>;
  /** The rule that pairs sales with purchases from now on, for all that ever happened; an unknown account is left alone. */
  setCostBasisMethod(id: AccountId, method: CostBasisMethod): Promise<void>;
  remove(id: AccountId): Promise<void>;
}

export function accountRepository(database: PortfolioDatabase): AccountRepository {
  const { accounts } = database;
  const act = (subject: string, work: () => Promise<void>): Promise<void> =>
    userAction(database, { kind: "account", subject }, [accounts], work);
  const change = (id: AccountId, fields: Partial<Account>): Promise<void> =>
    act(fields.name ?? "", async () => {
      if ((await accounts.update(id, fields)) > 0) await nextRevision(database);
    });
  return {
    all: () => accounts.toArray(),
    save: (account) =>
      act(account.name, async () => {
        await accounts.put(account);
        await nextRevision(database);
      }),
    rename: (id, name) => change(id, { name }),
    setCostBasisMethod: (id, costBasisMethod) => change(id, { costBasisMethod }),
    remove: (id) =>
      act("", async () => {
        await accounts.delete(id);
        await nextRevision(database);
      }),
  };
}
