import type { PlainDate } from "../calendar/plain-date.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { DecimalString } from "../numbers/decimal.ts";
import type { UndefinedReason } from "../outcome/measured.ts";
import type { AccountId } from "../transactions/account.ts";
import type { TransactionId } from "../transactions/transaction.ts";
import type { TrailCode } from "./trail-label.ts";

/**
 * How a value comes about from the values of the inputs, in their order.
 *
 * - `stated`: a leaf; the value stands in the data, `source` says where
 * - `running-total`: a leaf; what a holding or a lot had come to at that point, `source` says of what and when
 * - `sum`, `product`, `negated`, `lesser` (the least of them); `difference`: the first less all others
 * - `quotient`: the first divided by the second
 * - `rounded-share`: first x second / third
 * - `left-out`: the sum of the inputs that are known, because the ledger books the rest as nothing
 * - `recorded`: as the ledger has it; the inputs went into it, the steps between are not shown
 */
export type TrailOperation =
  | "stated"
  | "running-total"
  | "sum"
  | "difference"
  | "product"
  | "quotient"
  | "negated"
  | "lesser"
  | "rounded-share"
  | "left-out"
  | "recorded";

/** What a value counts: money of `currency`, units, money for a unit, currency for a currency, or nothing. */
export type TrailUnit = "money" | "quantity" | "price" | "rate" | "ratio";

/** Where a result was cut: to digits after the point, or to significant digits. A node without one is exact. */
export interface TrailRounding {
  readonly mode: "half-even" | "half-up";
  readonly scale?: number;
  readonly significantDigits?: number;
}

/** Which running total of a holding or a lot a leaf states. */
export type RunningFigure = "quantity" | "costBasis" | "baseCostBasis";

/**
 * Where a leaf comes from.
 *
 * `date` is the day of the transaction, of the close, or of the rate that was used: the last known on or before the day in
 * question. A `holding` or `lot` is a point in the history that its own figure explains (`quantity`, `costBasis`): just
 * before the transaction. A `rule` is a constant or a choice, with the page that justifies it.
 */
export type TrailSource =
  | { readonly kind: "transaction"; readonly id: TransactionId; readonly date: PlainDate; readonly field: string }
  | {
      readonly kind: "price";
      readonly instrument: InstrumentId;
      readonly date: PlainDate;
      /** Where the close was got, as far as the caller says: "yahoo", "manual". */
      readonly origin?: string;
    }
  | {
      readonly kind: "rate";
      readonly from: CurrencyCode;
      readonly to: CurrencyCode;
      readonly date: PlainDate;
      /** Recorded on a transaction, or of a rate history of just this pair. */
      readonly path: "recorded" | "history";
      readonly transaction?: TransactionId;
    }
  | {
      readonly kind: "holding";
      readonly of: RunningFigure;
      readonly account: AccountId;
      readonly instrument: InstrumentId;
      readonly before: TransactionId;
      /** Not what there was before it, but what it took. */
      readonly at?: "taken";
      readonly date: PlainDate;
    }
  | {
      readonly kind: "lot";
      readonly of: RunningFigure;
      readonly account: AccountId;
      readonly instrument: InstrumentId;
      /** The acquisition. */
      readonly lot: TransactionId;
      readonly acquiredOn: PlainDate;
      /** The transaction before (`at` "after": after) which the lot was so. */
      readonly before: TransactionId;
      readonly at?: "after";
      /** After the same transaction had taken a part of it already. */
      readonly within?: true;
      /** The units of this and of all lots before it. */
      readonly upTo?: true;
      readonly date: PlainDate;
    }
  | { readonly kind: "rule"; readonly method: string };

/**
 * The derivation of a number: what it is, its value, and the inputs it was made of, down to transactions, prices and rates.
 *
 * Plain data: may be cloned, stored and sent. `label` is English; `code` with `parts` is what to translate it by.
 *
 * Units: `value` is decimal text in `unit`; of money in `currency`, of a price `currency` for one unit.
 * Undefined: no `value`, and `missing` says why; the inputs lead to the leaf that is missing. A total then has `known`, the
 * part that is. `incomplete`: the value stands, but the ledger booked something unknown as nothing.
 */
export interface Trail {
  readonly code: TrailCode;
  readonly parts: Readonly<Record<string, string>>;
  readonly label: string;
  readonly operation: TrailOperation;
  readonly unit: TrailUnit;
  readonly currency?: CurrencyCode;
  readonly value?: DecimalString;
  readonly rounding?: TrailRounding;
  readonly inputs: readonly Trail[];
  readonly source?: TrailSource;
  readonly missing?: UndefinedReason;
  readonly known?: DecimalString;
  readonly incomplete?: UndefinedReason;
}
