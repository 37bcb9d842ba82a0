import type { InstrumentId } from "../instrument/instrument.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { Issue } from "../outcome/issue.ts";
import type { AccountId } from "../transactions/account.ts";
import { type TransactionKind, transactionKinds } from "../transactions/transaction-kind.ts";
import { rowAt } from "../transactions/row-order.ts";

/** Everything an issue touches: both sides of a transfer, both instruments of a corporate action, both currencies of an exchange. */
export interface IssuePlaces {
  readonly issue: Issue;
  readonly accounts: readonly AccountId[];
  readonly instruments: readonly InstrumentId[];
  readonly currencies: readonly CurrencyCode[];
  /** Of the transaction it names. */
  readonly kind: TransactionKind | undefined;
}

/** Finds what issues touch, in their order. Cost: O(issues), and one walk over all transactions when there are any. */
export function issuePlaces(ledger: Ledger, issues: readonly Issue[]): IssuePlaces[] {
  const rows = rowsOf(ledger, issues);
  const { columns, otherHalf } = ledger;
  return issues.map((each) => {
    const { transactionId, accountId, instrumentId, currency } = each.source;
    const row = rows.get(transactionId ?? "");
    const known = <Id>(...ids: readonly (Id | undefined)[]): Id[] => [...new Set(ids.filter((id) => id !== undefined))];
    if (row === undefined)
      return {
        issue: each,
        accounts: known(accountId),
        instruments: known(instrumentId),
        currencies: known(currency),
        kind: undefined,
      };
    const details = columns.details.get(row);
    const accountOf = (listed: number): AccountId | undefined => columns.accounts[columns.account[listed]!];
    return {
      issue: each,
      accounts: known(accountId, accountOf(row), otherHalf[row]! < 0 ? undefined : accountOf(otherHalf[row]!)),
      instruments: known(instrumentId, columns.instruments[columns.instrument[row]!], details?.toInstrument),
      currencies: known(currency, columns.currencies[columns.currency[row]!], details?.toCurrency),
      kind: transactionKinds[columns.kind[row]!],
    };
  });
}

/** The row of each named transaction; of two with one id the first, which is the one that counts. */
function rowsOf({ columns }: Ledger, issues: readonly Issue[]): Map<string, number> {
  const wanted = new Set(issues.flatMap(({ source }) => source.transactionId ?? []));
  const rows = new Map<string, number>();
  if (wanted.size === 0) return rows;
  for (let position = 0; position < columns.count; position++) {
    const row = rowAt(columns, position);
    const id = columns.ids[row]!;
    if (wanted.has(id) && !rows.has(id)) rows.set(id, row);
  }
  return rows;
}
