import type { InstrumentId } from "../instrument/instrument.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { AccountId } from "./account.ts";
import { rowAt } from "./row-order.ts";
import type { TransactionColumns } from "./transaction-columns.ts";

/** The accounts, instruments and currencies that transactions bear, each in the order it first appears. */
export interface NamesInUse {
  readonly accounts: readonly AccountId[];
  readonly instruments: readonly InstrumentId[];
  readonly currencies: readonly CurrencyCode[];
}

const known = new WeakMap<TransactionColumns, NamesInUse>();

/**
 * The names that transactions bear now, those that only a corporate action or a currency exchange leads to included. The
 * tables of edited columns may hold more. One walk over all rows, remembered.
 */
export function namesInUse(columns: TransactionColumns): NamesInUse {
  const found = known.get(columns) ?? namesOf(columns);
  known.set(columns, found);
  return found;
}

function namesOf(columns: TransactionColumns): NamesInUse {
  const accounts = new Set<number>();
  const instruments = new Set<InstrumentId>();
  const currencies = new Set<CurrencyCode>();
  for (let position = 0; position < columns.count; position++) {
    const row = rowAt(columns, position);
    accounts.add(columns.account[row]!);
    const instrument = columns.instruments[columns.instrument[row]!];
    const currency = columns.currencies[columns.currency[row]!];
    const { toInstrument, toCurrency } = columns.details.get(row) ?? {};
    if (instrument !== undefined) instruments.add(instrument);
    if (toInstrument !== undefined) instruments.add(toInstrument);
    if (currency !== undefined) currencies.add(currency);
    if (toCurrency !== undefined) currencies.add(toCurrency);
  }
  return {
    accounts: [...accounts].map((account) => columns.accounts[account]!),
    instruments: [...instruments],
    currencies: [...currencies],
  };
}
