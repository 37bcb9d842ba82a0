import type { CurrencyCode } from "../money/currency.ts";
import type { AssetClass } from "./asset-class.ts";

/** Identity of an instrument inside a portfolio: our own, never a ticker. */
export type InstrumentId = string & { readonly __brand?: "InstrumentId" };

/**
 * Anything with a quantity and a price: share, fund, bond, coin, metal.
 *
 * `currency` is what prices and cost are kept in; `quotationUnit` is set where quotes come in another unit (GBp).
 * `quoteSymbol` is the name the quote source uses; a ticker is a label, never an identity.
 */
export interface Instrument {
  readonly id: InstrumentId;
  readonly name: string;
  readonly ticker?: string;
  readonly isin?: string;
  readonly currency: CurrencyCode;
  readonly quotationUnit?: string;
  readonly assetClass?: AssetClass;
  readonly quoteSource?: string;
  readonly quoteSymbol?: string;
  readonly note?: string;
  /** The user's labels; see `scopeOfTags`. */
  readonly tags?: readonly string[];
}
