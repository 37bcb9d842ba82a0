import { countryOf } from "../instrument/country-of.ts";
import type { Instrument } from "../instrument/instrument.ts";
import type { CategoryShares } from "./category-shares.ts";

/**
 * What is known of an instrument for sorting it: one category of a kind, or a fund's own weights (look-through).
 *
 * `currency` is that of what the instrument holds, where it is not the one its price is quoted in.
 */
export interface Classification {
  readonly assetClass?: CategoryShares;
  readonly sector?: CategoryShares;
  readonly country?: CategoryShares;
  readonly currency?: CategoryShares;
}

/**
 * What an instrument says about itself, with what else is known of it; `known` wins.
 *
 * The country comes from the ISIN, but not for a fund: its prefix is where the fund is registered, not where it invests.
 *
 * @see docs/methods/allocation.md
 * @example
 * classificationOf({ isin: "US0378331005", assetClass: "share" }); // => { assetClass: "share", country: "US" }
 * classificationOf({ isin: "IE00B4L5Y983", assetClass: "equity-fund" }, { country: { US: "0.7", JP: "0.06" } });
 * // => { assetClass: "equity-fund", country: { US: "0.7", JP: "0.06" } }
 */
export function classificationOf(
  instrument: Pick<Instrument, "isin" | "assetClass">,
  known: Classification = {},
): Classification {
  const { assetClass, isin } = instrument;
  const country = isin === undefined || assetClass === "equity-fund" ? undefined : countryOf({ isin });
  return {
    ...(assetClass === undefined ? {} : { assetClass }),
    ...(country === undefined ? {} : { country }),
    ...known,
  };
}
