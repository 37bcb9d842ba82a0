import type { PlainDate } from "../calendar/plain-date.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { DecimalString } from "../numbers/decimal.ts";
import type { AccountId } from "../transactions/account.ts";
import type { LotChoice, Ratio, TransactionId } from "../transactions/transaction.ts";
import type { TaxTreatment } from "./tax-treatment.ts";

/** What every row of a tax calculation has. Amounts are in the tax currency; quantities as they were on that day. */
export interface TaxTradeBase {
  readonly transaction: TransactionId;
  readonly instrument: InstrumentId;
  readonly account: AccountId;
  readonly date: PlainDate;
  /** The Canadian rule counts its window from here; the trade date when left out. */
  readonly settlementDate?: PlainDate;
  /** Of the account; `taxable` when left out. */
  readonly treatment?: TaxTreatment;
}

/** Units bought or received, at a cost with fees. */
export interface TaxAcquisition extends TaxTradeBase {
  readonly kind: "acquisition";
  readonly quantity: DecimalString;
  readonly cost: DecimalString;
}

/** Units sold, for proceeds less fees. */
export interface TaxDisposal extends TaxTradeBase {
  readonly kind: "disposal";
  readonly quantity: DecimalString;
  readonly proceeds: DecimalString;
  /** The acquisitions that are sold, by their transactions; the rule's own order for the rest. */
  readonly lots?: readonly LotChoice[];
}

/** Units that leave the taxable accounts without a sale: their cost goes with them, and there is no gain. */
export interface TaxDeparture extends TaxTradeBase {
  readonly kind: "departure";
  readonly quantity: DecimalString;
  readonly lots?: readonly LotChoice[];
}

/** Units that move between two taxable accounts: a matter of the rules that keep lots for each account. */
export interface TaxTransfer extends TaxTradeBase {
  readonly kind: "transfer";
  readonly toAccount: AccountId;
  readonly quantity: DecimalString;
  readonly lots?: readonly LotChoice[];
}

/** Capital paid back, which lowers cost, or income kept by a fund, which raises it: for all units of the account. */
export interface TaxCostChange extends TaxTradeBase {
  readonly kind: "capital-return" | "accumulation";
  readonly amount: DecimalString;
}

/** New units for old ones in every account. */
export interface TaxSplit extends TaxTradeBase {
  readonly kind: "split";
  readonly ratio: Ratio;
}

/**
 * A row of a tax calculation: what happened to one instrument, with amounts already in the tax currency.
 *
 * `taxTrades` makes rows of transactions; a row of one's own is as good.
 */
export type TaxTrade = TaxAcquisition | TaxDisposal | TaxDeparture | TaxTransfer | TaxCostChange | TaxSplit;
