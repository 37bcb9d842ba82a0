import {
  cashBalancesOn,
  type Holding,
  holdingsOn,
  type Ledger,
  packTransactions,
  type Transaction,
} from "@portfolio/core";
import type { TransactionRow } from "@portfolio/storage";
import { type LoadedPortfolio, ledgerOf } from "./computed-portfolio.ts";
import type { EntryOutcome, TransactionEntry } from "./engine-protocol.ts";

/** Replays the portfolio with an entry that is not saved yet, and compares. */
export function outcomeOf(
  portfolio: LoadedPortfolio,
  existing: readonly TransactionRow[],
  entry: TransactionEntry,
): EntryOutcome {
  const { transaction, newInstrument } = entry;
  const instruments =
    newInstrument === undefined
      ? portfolio.instruments
      : new Map([...portfolio.instruments, [newInstrument.id, newInstrument] as const]);
  const others: readonly Transaction[] = existing.filter(({ id }) => id !== transaction.id);
  const before = ledgerOf({ ...portfolio, columns: packTransactions(others) }, portfolio.prices);
  const after = ledgerOf(
    { ...portfolio, instruments, columns: packTransactions([...others, transaction]) },
    portfolio.prices,
  );
  const instrument = "instrument" in transaction ? transaction.instrument : undefined;
  const held = (ledger: Ledger): Holding | undefined =>
    holdingsOn(ledger).find((holding) => holding.instrument === instrument);
  const currency = "currency" in transaction ? transaction.currency : undefined;
  const cash = (ledger: Ledger): string =>
    cashBalancesOn(ledger)
      .find((balance) => balance.account === transaction.account && balance.currency === currency)
      ?.amount.toString() ?? "0";
  const [old, next] = [held(before), held(after)];
  return {
    issues: after.issues.filter(({ source }) => source.transactionId === transaction.id),
    ...(next === undefined
      ? {}
      : { quantity: { before: old?.quantity.toString() ?? "0", after: next.quantity.toString() } }),
    ...(next === undefined
      ? {}
      : {
          unitCost: {
            currency: next.currency,
            ...(old?.unitCost === undefined ? {} : { before: old.unitCost.toString() }),
            ...(next.unitCost === undefined ? {} : { after: next.unitCost.toString() }),
          },
        }),
    ...(currency === undefined ? {} : { cash: { currency, before: cash(before), after: cash(after) } }),
  };
}
