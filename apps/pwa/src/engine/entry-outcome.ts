import { cashBalancesOn, type Holding, holdingsOn, type Ledger, type TransactionColumns } from "@portfolio/core";
import { editColumns } from "@portfolio/core/edits";
import { type LedgerSources, ledgerOf, type LoadedPortfolio } from "./computed-portfolio.ts";
import type { EntryOutcome, TransactionEntry } from "./engine-protocol.ts";

/** Replays what an entry that is not saved yet would touch, and compares. */
export function outcomeOf(portfolio: LoadedPortfolio, entry: TransactionEntry): EntryOutcome {
  const { transaction } = entry;
  const { before, after } = tried(portfolio, entry);
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

/** The ledger without the entry and with it. */
interface Tried {
  readonly id: string;
  readonly before: Ledger;
  readonly columns: TransactionColumns;
  readonly after: Ledger;
}

/** What was tried last with each portfolio: a form asks at every keystroke, and goes on from there. */
const triedLast = new WeakMap<LoadedPortfolio, Tried>();

function tried(portfolio: LoadedPortfolio, { transaction, newInstrument }: TransactionEntry): Tried {
  const { id } = transaction;
  const last = triedLast.get(portfolio);
  const start = last?.id === id ? last : withoutEntry(portfolio, id);
  const columns = editColumns(start.columns, { saved: [{ transaction }] });
  const sources: LedgerSources = { ...portfolio, columns, instruments: instrumentsWith(portfolio, newInstrument) };
  const now: Tried = { id, before: start.before, columns, after: ledgerOf(sources, portfolio.prices, start.after) };
  triedLast.set(portfolio, now);
  return now;
}

/** An edited entry keeps its place among those of its day, so it is not taken out of the columns it is put into again. */
function withoutEntry(portfolio: LoadedPortfolio, id: string): Tried {
  const { columns, prices, ledger } = portfolio;
  const without = editColumns(columns, { removed: [id] });
  const isNew = without.count === columns.count;
  const before = isNew ? ledger : ledgerOf({ ...portfolio, columns: without }, prices, ledger);
  return { id, before, columns, after: ledger };
}

function instrumentsWith(
  { instruments }: LoadedPortfolio,
  added: TransactionEntry["newInstrument"],
): LoadedPortfolio["instruments"] {
  return added === undefined ? instruments : new Map([...instruments, [added.id, added] as const]);
}
