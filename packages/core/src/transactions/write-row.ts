import type { InstrumentId } from "../instrument/instrument.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { DecimalString } from "../numbers/decimal.ts";
import { decimalColumn, setDecimal } from "../numbers/decimal-column.ts";
import { parseFixedPoint } from "../numbers/fixed-point.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";
import { type KnownDays, knownDay } from "./known-days.ts";
import { secondOfDay } from "./same-day-order.ts";
import type { Transaction, TransactionId } from "./transaction.ts";
import { kindCode, type TransactionColumns, type TransactionDetails } from "./transaction-columns.ts";
import { type TransactionKind, transactionKinds } from "./transaction-kind.ts";

/** The columns that have a value for each row. */
export type RowArrays = Pick<
  TransactionColumns,
  | "entry"
  | "day"
  | "second"
  | "kind"
  | "account"
  | "instrument"
  | "currency"
  | "quantity"
  | "unitPrice"
  | "grossAmount"
  | "feeAmount"
  | "taxAmount"
  | "exchangeRate"
>;

/** Where rows are written, and the positions of the names seen so far. */
export interface RowWriter {
  readonly arrays: RowArrays;
  readonly ids: TransactionId[];
  readonly details: Map<number, TransactionDetails>;
  readonly accounts: Map<string, number>;
  readonly instruments: Map<string, number>;
  readonly currencies: Map<string, number>;
  readonly days: KnownDays;
}

/** The columns of plain numbers, one for each row. */
export const plainFields = ["entry", "day", "second", "kind", "account", "instrument", "currency"] as const;

/** The fields of a transaction that are columns of decimals. */
export const decimalFields = [
  "quantity",
  "unitPrice",
  "grossAmount",
  "feeAmount",
  "taxAmount",
  "exchangeRate",
] as const;

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

/** Columns for so many rows, all empty. */
export function rowArrays(length: number): RowArrays {
  return {
    entry: new Int32Array(length),
    day: new Int32Array(length),
    second: new Int32Array(length),
    kind: new Uint8Array(length),
    account: new Int32Array(length),
    instrument: new Int32Array(length),
    currency: new Int32Array(length),
    quantity: decimalColumn(length),
    unitPrice: decimalColumn(length),
    grossAmount: decimalColumn(length),
    feeAmount: decimalColumn(length),
    taxAmount: decimalColumn(length),
    exchangeRate: decimalColumn(length),
  };
}

/**
 * Writes one transaction into a row that is still empty.
 *
 * @throws {PortfolioError} `invalid-decimal`: an amount is not decimal text; `invalid-date`: the trade date is none;
 * `invalid-transaction`: its kind is none
 */
export function writeRow(writer: RowWriter, row: number, transaction: Transaction, entry: number): void {
  const { arrays } = writer;
  const fields: AnyFields = transaction;
  writer.ids[row] = transaction.id;
  arrays.entry[row] = entry;
  arrays.day[row] = knownDay(writer.days, transaction.tradeDate);
  arrays.second[row] = secondOfDay(transaction.time);
  arrays.kind[row] = codeOf(transaction.kind);
  arrays.account[row] = positionOf(writer.accounts, transaction.account);
  arrays.instrument[row] = fields.instrument === undefined ? -1 : positionOf(writer.instruments, fields.instrument);
  arrays.currency[row] = fields.currency === undefined ? -1 : positionOf(writer.currencies, fields.currency);
  // Each field by name, not in a loop: a property that is looked up by a variable name costs ten times as much.
  if (fields.quantity !== undefined) setDecimal(arrays.quantity, row, fields.quantity);
  if (fields.unitPrice !== undefined) setDecimal(arrays.unitPrice, row, fields.unitPrice);
  if (fields.grossAmount !== undefined) setDecimal(arrays.grossAmount, row, fields.grossAmount);
  if (fields.feeAmount !== undefined) setDecimal(arrays.feeAmount, row, fields.feeAmount);
  if (fields.taxAmount !== undefined) setDecimal(arrays.taxAmount, row, fields.taxAmount);
  if (fields.exchangeRate !== undefined) setDecimal(arrays.exchangeRate, row, fields.exchangeRate);
  if (hasRareFields(fields)) writeRareFields(writer, row, fields);
}

function writeRareFields({ details, instruments }: RowWriter, row: number, fields: AnyFields): void {
  const present = detailFields.filter((field) => fields[field] !== undefined);
  const rare: TransactionDetails = Object.fromEntries(present.map((field) => [field, fields[field]]));
  for (const text of decimalsOf(rare)) parseFixedPoint(text);
  details.set(row, rare);
  if (rare.toInstrument !== undefined) positionOf(instruments, rare.toInstrument);
}

function hasRareFields(fields: AnyFields): boolean {
  return (
    fields.transferId !== undefined ||
    fields.toCurrency !== undefined ||
    fields.toAmount !== undefined ||
    fields.ratio !== undefined ||
    fields.lots !== undefined ||
    fields.instrumentGrossAmount !== undefined ||
    fields.accruedInterest !== undefined ||
    fields.toInstrument !== undefined ||
    fields.costProportion !== undefined
  );
}

function codeOf(kind: TransactionKind): number {
  const code: number | undefined = kindCode[kind];
  if (code !== undefined) return code;
  throw new PortfolioError(
    "invalid-transaction",
    `"${String(kind)}" is no kind of transaction. Use one of ${transactionKinds.join(", ")}.`,
    { kind: String(kind) },
  );
}

/** The position of each name in the order they are first seen. */
function positionOf(table: Map<string, number>, name: string): number {
  const known = table.get(name);
  if (known !== undefined) return known;
  table.set(name, table.size);
  return table.size - 1;
}

/** Kept as text, but refused here like every other decimal: in the midst of a replay nobody could say whose it was. */
function decimalsOf(rare: TransactionDetails): DecimalString[] {
  const { toAmount, instrumentGrossAmount, accruedInterest, costProportion, ratio, lots = [] } = rare;
  const all = [
    toAmount,
    instrumentGrossAmount,
    accruedInterest,
    costProportion,
    ratio?.numerator,
    ratio?.denominator,
    ...lots.map(({ quantity }) => quantity),
  ];
  return all.filter((text) => text !== undefined);
}
