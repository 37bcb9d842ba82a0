// The entry point "@portfolio/core/allocation": what a scope consists of, and what to trade to come to a target.
export type { Allocation, AllocationQuery, AllocationRow } from "./allocation.ts";
export { allocation } from "./allocation.ts";
export type { AllocationView, Taxonomy } from "./allocation-view.ts";
export { allocationViews } from "./allocation-view.ts";
export type { Category, CategoryShares } from "./category-shares.ts";
export type { Classification } from "./classification.ts";
export { classificationOf } from "./classification.ts";
export { concentration } from "./concentration.ts";
export type { CurrencyExposure, CurrencyExposures } from "./currency-exposure.ts";
export { currencyExposure } from "./currency-exposure.ts";
export { effectiveHoldings } from "./effective-holdings.ts";
export type { AllocationPart, AllocationRowKind } from "./part-shares.ts";
export { topShare } from "./top-share.ts";
export type { TurnoverQuery } from "./turnover.ts";
export { turnover } from "./turnover.ts";
export type { ScopePart, UnknownPart, ValuedPart } from "./valued-part.ts";
