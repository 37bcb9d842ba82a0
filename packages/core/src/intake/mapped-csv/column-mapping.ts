import type { CurrencyCode } from "../../money/currency.ts";
import type { TransactionKind } from "../../transactions/transaction-kind.ts";
import type { DateOrder } from "../csv/date-style.ts";
import type { DecimalSign } from "../csv/number-style.ts";

/** What a column of a file can be mapped to. */
export const mappedFields = [
  "tradeDate",
  "time",
  "settlementDate",
  "kind",
  "ticker",
  "isin",
  "name",
  "quantity",
  "unitPrice",
  "grossAmount",
  "netAmount",
  "feeAmount",
  "taxAmount",
  "currency",
  "ratio",
  "account",
  "externalId",
  "note",
] as const;

/** A field of a transaction that a column can be mapped to. */
export type MappedField = (typeof mappedFields)[number];

/** Where a field comes from: a column by its position from 0, or one value for all rows. */
export type ColumnSource = number | { readonly constant: string };

/** How the columns of a file that is no known format are to be read. */
export interface ColumnMapping {
  readonly fields: Readonly<Partial<Record<MappedField, ColumnSource>>>;
  /** The physical line of the header, from 1; looked for when absent. */
  readonly headerLine?: number;
  /** Order of dates written with numbers; `auto`, also when absent, decides by the column. */
  readonly dateOrder?: DateOrder | "auto";
  /** The character before the fraction; `auto`, also when absent, decides by the column. */
  readonly decimalSign?: DecimalSign | "auto";
  /** Words of this file for kinds, case-folded, besides the usual English ones. */
  readonly kinds?: Readonly<Record<string, TransactionKind>>;
  /** The currency of rows that do not name one. */
  readonly defaultCurrency?: CurrencyCode;
}
