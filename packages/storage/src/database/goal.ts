import type { CurrencyCode, DecimalString, PlainDate } from "@portfolio/core";

/** An amount to have on a date. */
export interface Goal {
  readonly id: string;
  readonly name: string;
  readonly amount: DecimalString;
  readonly currency: CurrencyCode;
  readonly date?: PlainDate;
  /** "real" in the money of today, "nominal" in the money of its own time. */
  readonly money: "real" | "nominal";
  /** The accounts that are meant for it; all when left out. */
  readonly accounts?: readonly string[];
}
