import type { PlainDate } from "../calendar/plain-date.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { AccountId } from "../transactions/account.ts";
import type { TransactionId } from "../transactions/transaction.ts";

/**
 * What is left of one acquisition: units, their cost, and the day from which they are held, also after a transfer, a split
 * or a merger. Average cost has one lot for each account and instrument, of the day its oldest units came in.
 *
 * `transaction` is the acquisition; `unitCost` and `costBasis` in the instrument's currency; `baseCostBasis` undefined
 * when a rate is missing.
 */
export interface Lot {
  readonly instrument: InstrumentId;
  readonly account: AccountId;
  readonly currency: CurrencyCode;
  readonly transaction: TransactionId;
  readonly acquiredOn: PlainDate;
  readonly quantity: Decimal;
  readonly unitCost: Decimal;
  readonly costBasis: Decimal;
  readonly baseCostBasis: Decimal | undefined;
  readonly isCostComplete: boolean;
}
