import type { DecimalString, InstrumentId } from "@portfolio/core";

/** Wished weights, as fractions in decimal text, in the shape that rebalancing takes. */
export interface StoredTargetAllocation {
  readonly id: string;
  readonly name: string;
  readonly targets: readonly (
    | { readonly instrument: InstrumentId; readonly weight: DecimalString }
    | {
        readonly category: string;
        readonly weight: DecimalString;
        /** Instruments of the category, or each with its fraction of it. */
        readonly members: readonly InstrumentId[] | Readonly<Record<InstrumentId, DecimalString>>;
      }
  )[];
  /** The wished weight of cash; 0 when left out. */
  readonly cash?: DecimalString;
  /** The accounts it is about; all when left out. */
  readonly accounts?: readonly string[];
}
