import type { InstrumentId } from "../instrument/instrument.ts";
import type { CategoryShares } from "./category-shares.ts";

/** By what an allocation may be sorted, besides a {@link Taxonomy} of one's own. */
export type AllocationView = (typeof allocationViews)[number];

/** Every view of an allocation, to list them or to check a name from outside. */
export const allocationViews = ["instrument", "asset-class", "sector", "country", "currency", "account"] as const;

/** A sorting of one's own: the category of each instrument, or its weights over categories. */
export type Taxonomy = ReadonlyMap<InstrumentId, CategoryShares>;
