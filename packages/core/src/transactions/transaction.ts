import type { PlainDate } from "../calendar/plain-date.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { DecimalString } from "../numbers/decimal.ts";
import type { AccountId } from "./account.ts";
import type { TransactionKind } from "./transaction-kind.ts";

/** Identity of a transaction. */
export type TransactionId = string & { readonly __brand?: "TransactionId" };

/** New units for old ones: numerator 4, denominator 1 is a four-for-one split. */
export interface Ratio {
  readonly numerator: DecimalString;
  readonly denominator: DecimalString;
}

/** A part of a named acquisition, for the method `specific-lots`. */
export interface LotChoice {
  readonly transaction: TransactionId;
  readonly quantity: DecimalString;
}

/** What every transaction has. Amounts are positive, the kind gives the direction; a correction has negative amounts. */
export interface TransactionBase {
  readonly id: TransactionId;
  readonly account: AccountId;
  readonly tradeDate: PlainDate;
  /** Time of day "HH:mm" or "HH:mm:ss", only for the order inside a day. */
  readonly time?: string;
  readonly settlementDate?: PlainDate;
  readonly note?: string;
}

/** Amounts in `currency`, the currency in which the cash moves. */
export interface CashAmounts {
  readonly currency: CurrencyCode;
  readonly feeAmount?: DecimalString;
  readonly taxAmount?: DecimalString;
  /** Base currency for one unit of `currency`, as the broker booked it; wins over the rate of the day. */
  readonly exchangeRate?: DecimalString;
}

/** Quantity with a price or an amount; when both are there, the amount wins. */
export interface QuantityAndAmount {
  readonly instrument: InstrumentId;
  readonly quantity: DecimalString;
  /** Price of one unit: in `currency` when there is no grossAmount, else as the file printed it. */
  readonly unitPrice?: DecimalString;
  /** In `currency`; quantity x unitPrice when absent. */
  readonly grossAmount?: DecimalString;
  /** Gross in the instrument's currency, when `currency` is another one. */
  readonly instrumentGrossAmount?: DecimalString;
}

/** A purchase or sale of an instrument for cash of the same account. */
export interface TradeTransaction extends TransactionBase, CashAmounts, QuantityAndAmount {
  readonly kind: "buy" | "sell";
  /** Interest bought or sold with a bond; moves cash beside the gross amount. */
  readonly accruedInterest?: DecimalString;
  readonly lots?: readonly LotChoice[];
}

/** Units that arrive or leave without cash: delivered from or to elsewhere, or received as a reward. */
export interface DeliveryTransaction extends TransactionBase, CashAmounts, QuantityAndAmount {
  readonly kind: "delivery-in" | "delivery-out" | "staking-reward" | "airdrop";
  readonly lots?: readonly LotChoice[];
}

/** Cash that arrives or leaves without units: paid in or out, interest, a charge, a tax, or one of these paid back. */
export interface CashTransaction extends TransactionBase, CashAmounts {
  readonly kind:
    | "deposit"
    | "withdrawal"
    | "interest"
    | "interest-charge"
    | "fee"
    | "fee-refund"
    | "tax"
    | "tax-refund";
  readonly grossAmount: DecimalString;
  /** The instrument that pays or costs, where there is one. */
  readonly instrument?: InstrumentId;
}

/** What a holding pays out, or keeps and reports as income (`accumulation`): for all units held, not for one. */
export interface DistributionTransaction extends TransactionBase, CashAmounts {
  readonly kind: "dividend" | "return-of-capital" | "accumulation";
  readonly instrument: InstrumentId;
  readonly grossAmount: DecimalString;
  readonly exDate?: PlainDate;
  /** Paid by the borrower of lent shares in place of a dividend. */
  readonly substitutePayment?: boolean;
}

/** One half of a move between accounts: of an instrument with a quantity, or of cash with an amount. */
export interface TransferTransaction extends TransactionBase, Partial<CashAmounts> {
  readonly kind: "transfer-in" | "transfer-out";
  readonly transferId?: string;
  readonly instrument?: InstrumentId;
  readonly quantity?: DecimalString;
  readonly unitPrice?: DecimalString;
  readonly grossAmount?: DecimalString;
  readonly lots?: readonly LotChoice[];
}

/** Cash of one currency given for cash of another inside one account. Fee and tax are paid in `currency`, on top. */
export interface CurrencyExchangeTransaction extends TransactionBase, CashAmounts {
  readonly kind: "currency-exchange";
  /** Given away, in `currency`. */
  readonly grossAmount: DecimalString;
  readonly toCurrency: CurrencyCode;
  readonly toAmount: DecimalString;
}

/** More or fewer units for the same cost, on all holdings of the instrument; no cash moves. */
export interface SplitTransaction extends TransactionBase {
  readonly kind: "split";
  readonly instrument: InstrumentId;
  readonly ratio: Ratio;
}

/** Corporate actions that lead from one instrument to another. */
export interface ReorganizationTransaction extends TransactionBase, Partial<CashAmounts> {
  readonly kind: "merger" | "spin-off" | "symbol-change";
  readonly instrument: InstrumentId;
  readonly toInstrument: InstrumentId;
  readonly ratio?: Ratio;
  readonly costProportion?: DecimalString;
  readonly quantity?: DecimalString;
  readonly grossAmount?: DecimalString;
}

/**
 * One dated event that changes quantities or cash.
 *
 * Plain data: decimal strings and ISO dates, the same in memory, in storage and in an archive.
 * What each kind does to cash, quantity, cost and income: docs/methods/transaction-effects.md.
 */
export type Transaction =
  | TradeTransaction
  | DeliveryTransaction
  | CashTransaction
  | DistributionTransaction
  | TransferTransaction
  | CurrencyExchangeTransaction
  | SplitTransaction
  | ReorganizationTransaction;

/** The transaction type that belongs to a kind. */
export type TransactionOf<Kind extends TransactionKind> = Extract<Transaction, { kind: Kind }>;
