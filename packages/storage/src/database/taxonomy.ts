import type { DecimalString, InstrumentId } from "@portfolio/core";

/** A branch of a taxonomy. */
export interface TaxonomyCategory {
  readonly id: string;
  readonly name: string;
  /** The category above; left out at the top. */
  readonly parent?: string;
}

/** How much of an instrument belongs to a category: a fraction from 0 to 1. */
export interface TaxonomyAssignment {
  readonly instrument: InstrumentId;
  readonly category: string;
  readonly weight: DecimalString;
}

/** A person's own tree of categories, with instruments in them by weight. What is missing to 1 is not assigned. */
export interface Taxonomy {
  readonly id: string;
  readonly name: string;
  readonly categories: readonly TaxonomyCategory[];
  readonly assignments: readonly TaxonomyAssignment[];
}
