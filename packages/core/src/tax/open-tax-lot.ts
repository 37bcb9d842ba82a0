import { fromEpochDay, type PlainDate } from "../calendar/plain-date.ts";
import { toDecimal } from "../numbers/fixed-point.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { AccountId } from "../transactions/account.ts";
import type { TransactionId } from "../transactions/transaction.ts";
import { type ExactTrades, quantityIn } from "./exact-trades.ts";
import type { TaxGains } from "./tax-gains.ts";
import type { TaxLotUnits } from "./tax-lots.ts";

/** What is left of an acquisition for tax: units as counted at the end, and their cost with denied losses. */
export interface OpenTaxLot {
  readonly transaction: TransactionId;
  readonly account: AccountId;
  readonly acquired: PlainDate;
  /** From which day the holding period counts. */
  readonly heldSince: PlainDate;
  readonly quantity: Decimal;
  readonly cost: Decimal;
}

/** Gains by lots, with the lots that are still open, oldest first. */
export interface LotGains extends TaxGains {
  readonly lots: readonly OpenTaxLot[];
}

/** What is held at the end: the lots and their sums. */
export function openTaxLots(
  lots: readonly TaxLotUnits[],
  { money, perUnitNow }: ExactTrades,
): Pick<LotGains, "lots" | "quantity" | "cost"> {
  const units = lots.reduce((sum, lot) => sum + lot.units, 0n);
  const cost = lots.reduce((sum, lot) => sum + lot.cost, 0n);
  return {
    lots: lots.map((lot) => ({
      transaction: lot.transaction,
      account: lot.account,
      acquired: fromEpochDay(lot.acquired),
      heldSince: fromEpochDay(lot.heldSince),
      quantity: quantityIn(lot.units, perUnitNow),
      cost: toDecimal(lot.cost, money),
    })),
    quantity: quantityIn(units, perUnitNow),
    cost: toDecimal(cost, money),
  };
}
