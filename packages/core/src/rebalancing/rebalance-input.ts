import type { PlainDate } from "../calendar/plain-date.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { AccountId } from "../transactions/account.ts";
import type { TransactionId } from "../transactions/transaction.ts";
import type { ExactAmount } from "./exact-amount.ts";
import type { TargetAllocation } from "./target-allocation.ts";
import type { ToleranceBand } from "./tolerance-band.ts";
import type { TradeFees } from "./trade-fees.ts";

/**
 * What a plan may do: sell and buy; only buy, from new cash; only sell, to pay money out; sell and buy with regard to
 * the gains that selling realizes.
 */
export type RebalanceMode = (typeof rebalanceModes)[number];

/** Every mode of a plan, to list them or to check a name from outside. */
export const rebalanceModes = ["full", "contribution-only", "withdrawal", "tax-aware"] as const;

/** What is left of one acquisition. `baseCostBasis` undefined: not known, so it is not sold for tax reasons. */
export interface RebalanceLot {
  readonly transaction: TransactionId;
  readonly account: AccountId;
  readonly acquiredOn: PlainDate;
  readonly quantity: ExactAmount;
  readonly baseCostBasis: ExactAmount | undefined;
}

/** An instrument that is held or may be bought. */
export interface RebalanceHolding {
  readonly instrument: InstrumentId;
  /** Units held; 0 of one that is only to be bought. */
  readonly quantity: ExactAmount;
  readonly currency: CurrencyCode;
  /** In its currency; undefined when it is not known. */
  readonly unitPrice: ExactAmount | undefined;
  /** Base currency for one unit of its currency; undefined when it is not known. */
  readonly exchangeRate: ExactAmount | undefined;
  /** What quantities are multiples of: "1" whole units, "100" lots of a hundred, "0.0001" fractions. */
  readonly quantityStep: ExactAmount;
  /** Needed to sell it in the mode `tax-aware`; together they are the quantity. */
  readonly lots?: readonly RebalanceLot[];
}

/** How gains count in the mode `tax-aware`. */
export interface TaxPreference {
  /** The day of the sales. */
  readonly on: PlainDate;
  /** Lots held for more than so many months are sold before younger ones. */
  readonly longHeldMonths: number;
  /** Gains less losses, before fees, that the sales may realize, in the base currency; as much as needed when left out. For one plan. */
  readonly gainBudget?: ExactAmount;
}

/** What every plan is told. Amounts in the base currency. */
export interface RebalanceSettings {
  readonly holdings: readonly RebalanceHolding[];
  readonly target: TargetAllocation;
  /** Cash that is there now; below zero when overdrawn. */
  readonly cash: ExactAmount;
  /** New cash that comes in. */
  readonly contribution?: ExactAmount;
  /** Cash that is to be paid out. */
  readonly withdrawal?: ExactAmount;
  /** Cash that is never spent. Target weights are of what there is besides it. */
  readonly reserve?: ExactAmount;
  /** Nothing is traded while no target is outside; always when left out. For plans that may sell and buy. */
  readonly band?: ToleranceBand;
  readonly fees?: TradeFees;
  /** Smaller trades are left out. */
  readonly minimumTrade?: ExactAmount;
  readonly doNotSell?: readonly InstrumentId[];
  readonly doNotBuy?: readonly InstrumentId[];
}

/** What a plan is made of. */
export type RebalanceInput = RebalanceSettings &
  (
    | { readonly mode: "tax-aware"; readonly tax: TaxPreference }
    | { readonly mode: Exclude<RebalanceMode, "tax-aware">; readonly tax?: never }
  );
