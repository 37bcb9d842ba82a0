import type { AssetClass } from "../instrument/asset-class.ts";
import type { PriceOrigin } from "./issues-question.ts";

const listed = 7;
const funds = 35;

/**
 * How many days old the last close of an instrument may be: 7 for what is listed, 35 for funds, which may be priced once a
 * month. A price entered by hand is never too old.
 *
 * @see docs/methods/prices-and-rates.md
 */
export function staleAfterDays(assetClass: AssetClass | undefined, origin: PriceOrigin | undefined): number {
  if (origin?.source === "manual") return Infinity;
  return assetClass === "equity-fund" ? funds : listed;
}
