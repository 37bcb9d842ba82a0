import { cashBalancesOn, type Holding, holdingsOn, type Ledger } from "@portfolio/core";
import { editColumns } from "@portfolio/core/edits";
import { type LoadedPortfolio, ledgerOf } from "./computed-portfolio.ts";
import type { EntryOutcome, TransactionEntry } from "./engine-protocol.ts";

/** Replays what an entry that is not saved yet would touch, and compares. */
export function outcomeOf(portfolio: LoadedPortfolio, entry: TransactionEntry): EntryOutcome {
  const { transaction, newInstrument } = entry;
  const instruments =
    newInstrument === undefined
      ? portfolio.instruments
      : new Map([...portfolio.instruments, [newInstrument.id, newInstrument] as const]);
  const { columns, prices, ledger } = portfolio;
  const without = editColumns(columns, { removed: [transaction.id] });
  const before =
    without.count === columns.count ? ledger : ledgerOf({ ...portfolio, columns: without }, prices, ledger);
  const withEntry = editColumns(columns, { saved: [{ transaction }] });
  const after = ledgerOf({ ...portfolio, instruments, columns: withEntry }, prices, ledger);
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
