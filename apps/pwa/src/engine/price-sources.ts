import type { InstrumentId } from "@portfolio/core";
import type { Coverage, ManualPrice, PackedSeries, StoredQuote } from "@portfolio/storage";

/** Everything that is known of prices, by where it comes from. */
export interface PriceSources {
  /** Final closes of sources. */
  readonly series: ReadonlyMap<InstrumentId, PackedSeries>;
  /** Which source sent the closes. */
  readonly coverage: ReadonlyMap<InstrumentId, Coverage>;
  /** Typed prices, and those of one's own trades. */
  readonly manual: readonly ManualPrice[];
  readonly quotes: readonly StoredQuote[];
}
