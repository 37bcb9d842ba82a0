import type { InstrumentId } from "../instrument/instrument.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { DecimalString } from "../numbers/decimal.ts";
import type { DecimalColumn } from "../numbers/decimal-column.ts";
import type { AccountId } from "./account.ts";
import type { LotChoice, Ratio, TransactionId } from "./transaction.ts";
import { type TransactionKind, transactionKinds } from "./transaction-kind.ts";

/** What only some transactions have. */
export interface TransactionDetails {
  readonly transferId?: string;
  readonly toCurrency?: CurrencyCode;
  readonly toAmount?: DecimalString;
  readonly ratio?: Ratio;
  readonly lots?: readonly LotChoice[];
  readonly instrumentGrossAmount?: DecimalString;
  readonly accruedInterest?: DecimalString;
  readonly toInstrument?: InstrumentId;
  readonly costProportion?: DecimalString;
  /** The id of an earlier transaction: the ledger leaves this one out. */
  readonly repeatsId?: true;
}

/** What edits made of columns that were packed once: new rows stand behind the old ones, whatever their day. */
export interface EditedRows {
  /** The rows that count, in processing order. */
  readonly order: Int32Array;
  /** By row: 1 for one that was removed or replaced. */
  readonly removed: Uint8Array;
}

/**
 * All transactions in processing order, column by column: what the ledger is replayed from.
 *
 * `kind` holds positions in {@link transactionKinds}; `account`, `instrument` and `currency` positions in the string
 * tables, -1 for none; `second` the second of the day, -1 for none; `entry` grows in the order of entry. Rows are in
 * processing order, unless `edited` states another one; then the arrays are longer than `count`. Plain data: may be
 * cloned, transferred and stored in chunks.
 */
export interface TransactionColumns {
  readonly count: number;
  readonly edited?: EditedRows;
  readonly ids: readonly TransactionId[];
  readonly accounts: readonly AccountId[];
  readonly instruments: readonly InstrumentId[];
  readonly currencies: readonly CurrencyCode[];
  readonly entry: Int32Array;
  readonly day: Int32Array;
  readonly second: Int32Array;
  readonly kind: Uint8Array;
  readonly account: Int32Array;
  readonly instrument: Int32Array;
  readonly currency: Int32Array;
  readonly quantity: DecimalColumn;
  readonly unitPrice: DecimalColumn;
  readonly grossAmount: DecimalColumn;
  readonly feeAmount: DecimalColumn;
  readonly taxAmount: DecimalColumn;
  readonly exchangeRate: DecimalColumn;
  readonly details: ReadonlyMap<number, TransactionDetails>;
}

/** The code of each kind in {@link TransactionColumns.kind}. */
export const kindCode: Readonly<Record<TransactionKind, number>> = Object.fromEntries(
  transactionKinds.map((kind, code) => [kind, code]),
) as Record<TransactionKind, number>;
