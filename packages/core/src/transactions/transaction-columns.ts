import { type EpochDay, toEpochDay } from "../calendar/plain-date.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { DecimalString } from "../numbers/decimal.ts";
import { type DecimalColumn, decimalColumn, setDecimal } from "../numbers/decimal-column.ts";
import type { AccountId } from "./account.ts";
import { processingOrder } from "./same-day-order.ts";
import type { LotChoice, Ratio, Transaction, TransactionId } from "./transaction.ts";
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
}

/**
 * All transactions in processing order, column by column: what the ledger is replayed from.
 *
 * `kind` holds positions in {@link transactionKinds}; `account`, `instrument` and `currency` positions in the string
 * tables, -1 for none. Plain data: may be cloned, transferred and stored in chunks.
 */
export interface TransactionColumns {
  readonly count: number;
  readonly ids: readonly TransactionId[];
  readonly accounts: readonly AccountId[];
  readonly instruments: readonly InstrumentId[];
  readonly currencies: readonly CurrencyCode[];
  readonly day: Int32Array;
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

const decimalFields = ["quantity", "unitPrice", "grossAmount", "feeAmount", "taxAmount", "exchangeRate"] as const;
const detailFields = [
  "transferId",
  "toCurrency",
  "toAmount",
  "ratio",
  "lots",
  "instrumentGrossAmount",
  "accruedInterest",
  "toInstrument",
  "costProportion",
] as const;

type AnyFields = Partial<Record<(typeof decimalFields)[number], DecimalString>> &
  TransactionDetails & { instrument?: InstrumentId; currency?: CurrencyCode };

/**
 * Puts transactions into processing order and packs them into columns.
 *
 * Shape: any order in, the stated same-day order out. Cost: O(n log n), O(n) when already in order.
 *
 * @throws {PortfolioError} `invalid-decimal`: an amount is not decimal text
 */
export function packTransactions(transactions: readonly Transaction[]): TransactionColumns {
  const order = processingOrder(transactions);
  const count = transactions.length;
  const tables = {
    account: new Map<string, number>(),
    instrument: new Map<string, number>(),
    currency: new Map<string, number>(),
  };
  const columns = {
    day: new Int32Array(count),
    kind: new Uint8Array(count),
    account: new Int32Array(count),
    instrument: new Int32Array(count),
    currency: new Int32Array(count),
    quantity: decimalColumn(count),
    unitPrice: decimalColumn(count),
    grossAmount: decimalColumn(count),
    feeAmount: decimalColumn(count),
    taxAmount: decimalColumn(count),
    exchangeRate: decimalColumn(count),
  };
  const ids: TransactionId[] = [];
  const details = new Map<number, TransactionDetails>();
  const days = new Map<string, EpochDay>();
  for (let row = 0; row < count; row++) {
    const transaction = transactions[order[row]!]!;
    const fields: AnyFields = transaction;
    ids.push(transaction.id);
    columns.day[row] = memoizedDay(days, transaction.tradeDate);
    columns.kind[row] = kindCode[transaction.kind];
    columns.account[row] = positionOf(tables.account, transaction.account);
    columns.instrument[row] = fields.instrument === undefined ? -1 : positionOf(tables.instrument, fields.instrument);
    columns.currency[row] = fields.currency === undefined ? -1 : positionOf(tables.currency, fields.currency);
    for (const field of decimalFields) {
      const text = fields[field];
      if (text !== undefined) setDecimal(columns[field], row, text);
    }
    const rare = rareFields(fields);
    if (rare !== undefined) details.set(row, rare);
    if (rare?.toInstrument !== undefined) positionOf(tables.instrument, rare.toInstrument);
  }
  return {
    count,
    ids,
    accounts: [...tables.account.keys()],
    instruments: [...tables.instrument.keys()],
    currencies: [...tables.currency.keys()],
    ...columns,
    details,
  };
}

/** The position of each string in the order they are first seen. */
function positionOf(table: Map<string, number>, text: string): number {
  const known = table.get(text);
  if (known !== undefined) return known;
  table.set(text, table.size);
  return table.size - 1;
}

function memoizedDay(days: Map<string, EpochDay>, date: string): EpochDay {
  const known = days.get(date);
  if (known !== undefined) return known;
  const day = toEpochDay(date);
  days.set(date, day);
  return day;
}

function rareFields(fields: AnyFields): TransactionDetails | undefined {
  const present = detailFields.filter((field) => fields[field] !== undefined);
  return present.length === 0 ? undefined : Object.fromEntries(present.map((field) => [field, fields[field]]));
}
