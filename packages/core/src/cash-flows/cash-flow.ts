import type { EpochDay } from "../calendar/plain-date.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { FixedPoint } from "../numbers/fixed-point.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { PriceHistory } from "../prices/price-history.ts";

/** A dated amount across a scope's boundary, in the base currency; positive into the scope, undefined without a rate or price. */
export interface CashFlow {
  readonly day: EpochDay;
  readonly amount: Decimal | undefined;
  /** The transaction, as its row in the columns. */
  readonly row: number;
  /** The amount as an integer, where it was computed so: sums of many need no Decimal for each. @internal */
  readonly exact?: FixedPoint;
}

/** Closes by instrument; one that is not in it has no price. */
export type Prices = ReadonlyMap<InstrumentId, PriceHistory>;

/** What the flow of a delivery is worth: its market value of the day, or its stated gross amount with charges. */
export type DeliveryFlowAt = "market-value" | "gross-amount";
