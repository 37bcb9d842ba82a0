import type { PlainDate } from "../calendar/plain-date.ts";
import type { AssetClass } from "../instrument/asset-class.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { DecimalString } from "../numbers/decimal.ts";
import type { Ratio } from "./transaction.ts";
import type { TransactionKind } from "./transaction-kind.ts";

/** How a foreign file names an instrument; at least one of ticker, isin and name is there. */
export interface InstrumentReference {
  readonly ticker?: string;
  readonly isin?: string;
  readonly name?: string;
  /** The currency its prices are in, where the file says so. */
  readonly currency?: CurrencyCode;
  /** The unit its quotes come in where that is not the currency: "GBp". */
  readonly quotationUnit?: string;
  readonly exchange?: string;
  readonly assetClass?: AssetClass;
}

/**
 * A transaction as read from a file: fields as in Transaction, instruments and accounts still by the file's names.
 *
 * Amounts are decimal strings with a point, positive except in a correction; the kind gives the direction.
 * `rows` are the lines of the file (from 1) that it was made of, the leading one first.
 */
export interface TransactionDraft {
  readonly rows: readonly number[];
  readonly kind: TransactionKind;
  readonly tradeDate: PlainDate;
  readonly time?: string;
  readonly settlementDate?: PlainDate;
  /** The account as the file calls it; absent when the file does not say. */
  readonly accountReference?: string;
  readonly instrument?: InstrumentReference;
  readonly quantity?: DecimalString;
  readonly unitPrice?: DecimalString;
  /** Currency of `unitPrice`, when it is not `currency`. */
  readonly priceCurrency?: CurrencyCode;
  readonly currency?: CurrencyCode;
  readonly grossAmount?: DecimalString;
  readonly instrumentGrossAmount?: DecimalString;
  readonly feeAmount?: DecimalString;
  readonly taxAmount?: DecimalString;
  readonly accruedInterest?: DecimalString;
  readonly exchangeRate?: DecimalString;
  readonly toCurrency?: CurrencyCode;
  readonly toAmount?: DecimalString;
  readonly toInstrument?: InstrumentReference;
  readonly ratio?: Ratio;
  readonly transferId?: string;
  readonly substitutePayment?: boolean;
  /** The broker's own id of this event, when there is one: the key that tells a repeated import. */
  readonly externalId?: string;
  /** Text of the file worth keeping. */
  readonly note?: string;
}
