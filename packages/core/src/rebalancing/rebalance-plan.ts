import type { PlainDate } from "../calendar/plain-date.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { Measured } from "../outcome/measured.ts";
import type { AccountId } from "../transactions/account.ts";
import type { TransactionId } from "../transactions/transaction.ts";
import type { DriftLine } from "./drift.ts";
import type { LotClass } from "./plan-lot.ts";
import type { RebalanceMode } from "./rebalance-input.ts";

/**
 * Why a trade is proposed: bought because it is below its target, or the same from new cash alone; sold because it is
 * above its target, because it is held without one, or because cash is needed.
 */
export type TradeReasonCode = "underweight" | "new-cash" | "overweight" | "not-in-target" | "raise-cash";

/** Why a trade is proposed, with the weights that say so. Weights are of what there is besides the reserve. */
export interface TradeReason {
  readonly code: TradeReasonCode;
  readonly targetWeight: Measured;
  readonly weightBefore: Measured;
  readonly weightAfter: Measured;
}

/** Units of a lot to sell. Gain before the fee of the sale. */
export interface ProposedLot {
  readonly transaction: TransactionId;
  readonly account: AccountId;
  readonly acquiredOn: PlainDate;
  readonly quantity: Decimal;
  readonly baseCostBasis: Decimal;
  readonly baseGain: Decimal;
  readonly class: LotClass;
}

/** A trade that brings weights nearer to their targets. */
export interface ProposedTrade {
  readonly instrument: InstrumentId;
  readonly side: "buy" | "sell";
  /** Above 0, a multiple of the instrument's step. */
  readonly quantity: Decimal;
  readonly currency: CurrencyCode;
  readonly unitPrice: Decimal;
  /** quantity x unit price, in the instrument's currency. */
  readonly grossAmount: Decimal;
  readonly baseGrossAmount: Decimal;
  readonly baseFeeAmount: Decimal;
  /** What it does to cash in the base currency, fee included: below zero for a purchase. */
  readonly baseCashChange: Decimal;
  readonly reason: TradeReason;
  /** Which lots to sell; in the mode `tax-aware` only. */
  readonly lots: readonly ProposedLot[];
  /** Gains less losses of these lots, less the fee; undefined in other modes. */
  readonly baseRealizedGain: Decimal | undefined;
}

/**
 * Why nothing, or no more, is traded.
 *
 * `on-target`; `within-band`: no target is outside its band; `less-than-one-step`: less than half a step is missing, or
 * a step is more than is held; `below-minimum`: smaller than the smallest trade or its own fee; `do-not-sell`, `do-not-buy`; `only-buys`, `only-sells`: the
 * mode; `not-needed`: enough cash without it; `no-use-for-cash`: nothing to buy for it; `no-cash`; `gain-budget`: it
 * would realize more gain than allowed; `missing-cost`: its lots have no cost; `no-improvement`: fees or steps cost more
 * than the trades gain; `missing-price`, `missing-rate`, `worthless`: it has no price, no rate, or a price of 0;
 * `targets-without-price`: no wished instrument has one.
 */
export type SkipCode =
  | "on-target"
  | "within-band"
  | "less-than-one-step"
  | "below-minimum"
  | "do-not-sell"
  | "do-not-buy"
  | "only-buys"
  | "only-sells"
  | "not-needed"
  | "no-use-for-cash"
  | "no-cash"
  | "gain-budget"
  | "missing-cost"
  | "no-improvement"
  | "missing-price"
  | "missing-rate"
  | "worthless"
  | "targets-without-price";

/** A trade that is not made, or the part of one that is left undone. */
export interface SkippedTrade {
  readonly instrument: InstrumentId;
  readonly code: SkipCode;
  readonly side: "buy" | "sell" | undefined;
  /** What is missing to the target in the base currency, above 0; undefined without a price. */
  readonly baseUndoneAmount: Decimal | undefined;
  /** The gain that selling it would realize; of `gain-budget` alone. */
  readonly baseGain?: Decimal;
}

/** A target, cash, or a holding without a target, with its drift. */
export interface PlanDrift extends DriftLine {
  readonly kind: "instrument" | "category" | "cash";
}

/** What is held of an instrument with a price. */
export interface PlanHolding {
  readonly instrument: InstrumentId;
  readonly quantity: Decimal;
  readonly baseMarketValue: Decimal;
  readonly weight: Measured;
  readonly targetWeight: Measured;
}

/** Holdings, cash and drift before or after the trades. Weights are of what there is besides the reserve. */
export interface PlanPicture {
  readonly holdings: readonly PlanHolding[];
  readonly cash: Decimal;
  readonly drift: readonly PlanDrift[];
  /** The sum of all drifts of instruments and cash without their signs. */
  readonly totalDrift: Measured;
}

/**
 * Trades that bring a portfolio to its target, and what was not done. Amounts in the base currency, exact.
 *
 * `before` is with the new cash and with what is to be paid out already taken off; cash can be below zero there.
 */
export interface RebalancePlan {
  readonly mode: RebalanceMode;
  /** Sales, then purchases, each in the order of their instruments. */
  readonly trades: readonly ProposedTrade[];
  readonly skipped: readonly SkippedTrade[];
  readonly before: PlanPicture;
  readonly after: PlanPicture;
  readonly feeAmount: Decimal;
  /** What can be paid out: all that was asked for, or what there is above the reserve. */
  readonly withdrawnAmount: Decimal;
  /** What is missing to the withdrawal that was asked for. */
  readonly withdrawalShortfall: Decimal;
  /** Of all sales; undefined but in the mode `tax-aware`. */
  readonly realizedGain: Decimal | undefined;
  /** Whether every instrument that is held or wished has a price and a rate. */
  readonly isComplete: boolean;
}
