import type { PlainDate } from "@portfolio/core";

/** A person's own words about the portfolio, or about one thing in it. Text only: it is never read as markup. */
export interface Note {
  readonly id: string;
  readonly text: string;
  /** What it is about; the portfolio when left out. */
  readonly about?: { readonly kind: "account" | "instrument" | "transaction"; readonly id: string };
  /** The day it is about. */
  readonly date?: PlainDate;
  readonly tags?: readonly string[];
}
