import type { InstrumentId } from "../instrument/instrument.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { AccountId } from "../transactions/account.ts";

/**
 * What is held of one instrument in a scope on a date, and what it cost.
 *
 * `costBasis` is in the instrument's currency, `baseCostBasis` in the base currency with each acquisition at its own
 * date's rate: undefined when such a rate is missing. `unitCost` is undefined when nothing is held.
 * `isCostComplete` is false when units arrived without a cost: then cost and gain are not the whole truth.
 */
export interface Holding {
  readonly instrument: InstrumentId;
  readonly currency: CurrencyCode;
  readonly accounts: readonly AccountId[];
  readonly quantity: Decimal;
  readonly costBasis: Decimal;
  readonly baseCostBasis: Decimal | undefined;
  readonly unitCost: Decimal | undefined;
  readonly isCostComplete: boolean;
}
