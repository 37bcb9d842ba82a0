// The entry point "@portfolio/core/allocation": what a scope consists of, and what to trade to come to a target. It lies here
// because rebalancing may look at allocation, and not the other way round.
export type { Allocation, AllocationQuery, AllocationRow } from "../allocation/allocation.ts";
export { allocation } from "../allocation/allocation.ts";
export type { AllocationView, Taxonomy } from "../allocation/allocation-view.ts";
export { allocationViews } from "../allocation/allocation-view.ts";
export type { Category, CategoryShares } from "../allocation/category-shares.ts";
export type { Classification } from "../allocation/classification.ts";
export { classificationOf } from "../allocation/classification.ts";
export { concentration } from "../allocation/concentration.ts";
export type { CurrencyExposure, CurrencyExposures } from "../allocation/currency-exposure.ts";
export { currencyExposure } from "../allocation/currency-exposure.ts";
export { effectiveHoldings } from "../allocation/effective-holdings.ts";
export type { AllocationPart, AllocationRowKind } from "../allocation/part-shares.ts";
export { topShare } from "../allocation/top-share.ts";
export type { TurnoverQuery } from "../allocation/turnover.ts";
export { turnover } from "../allocation/turnover.ts";
export type { ScopePart, UnknownPart, ValuedPart } from "../allocation/valued-part.ts";
export type { DriftInput, DriftLine } from "./drift.ts";
export { drift } from "./drift.ts";
export type { ExactAmount } from "./exact-amount.ts";
export type { LotClass } from "./plan-lot.ts";
export { planRebalance } from "./plan-rebalance.ts";
export type { BuyableInstrument, RebalanceHoldings, RebalanceHoldingsQuery } from "./rebalance-holdings.ts";
export { rebalanceHoldings } from "./rebalance-holdings.ts";
export type {
  RebalanceHolding,
  RebalanceInput,
  RebalanceLot,
  RebalanceMode,
  RebalanceSettings,
  TaxPreference,
} from "./rebalance-input.ts";
export { rebalanceModes } from "./rebalance-input.ts";
export type * from "./rebalance-plan.ts";
export type { CategoryTarget, InstrumentTarget, TargetAllocation } from "./target-allocation.ts";
export type { ToleranceBand } from "./tolerance-band.ts";
export type { TradeFees } from "./trade-fees.ts";
