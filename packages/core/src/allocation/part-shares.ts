import type { InstrumentId } from "../instrument/instrument.ts";
import { Decimal } from "../numbers/decimal.ts";
import { exactProduct } from "../numbers/exact-product.ts";
import { exactDifference, exactSum } from "../numbers/exact-sum.ts";
import type { AllocationView, Taxonomy } from "./allocation-view.ts";
import { type CategoryShares, categoryShares } from "./category-shares.ts";
import type { Classification } from "./classification.ts";
import type { ValuedPart } from "./valued-part.ts";

/**
 * What a row of an allocation is: a category; cash above zero; what no category is known for; cash below zero.
 *
 * Cash is a category itself by asset class (key "cash"), by currency and by account.
 */
export type AllocationRowKind = "category" | "cash" | "unassigned" | "negative-cash";

/** What a holding or a cash balance brings to one row: all of it, or its share of that category. */
export interface AllocationPart extends ValuedPart {
  readonly kind: AllocationRowKind;
  readonly key: string;
  /** The fraction of the holding that belongs here; `marketValue` is that of this fraction. */
  readonly share: Decimal;
}

/** The rows a part belongs to, with its share in each; the shares add up to 1, the values to its value. */
export function partShares(
  part: ValuedPart,
  by: AllocationView | Taxonomy,
  classifications: ReadonlyMap<InstrumentId, Classification>,
): AllocationPart[] {
  const { instrument } = part;
  if (instrument === undefined) return [{ ...part, ...cashRow(part, by), share: new Decimal(1) }];
  const shares = categoryShares(categoriesOf(part, instrument, by, classifications.get(instrument)), instrument);
  const assigned = shares.map(({ category, share }) => ({
    ...part,
    kind: "category" as const,
    key: category,
    share,
    marketValue: exactProduct(part.marketValue, share),
  }));
  const share = exactDifference(new Decimal(1), exactSum(assigned.map((one) => one.share)));
  if (share.isZero()) return assigned;
  const rest = exactDifference(part.marketValue, exactSum(assigned.map(({ marketValue }) => marketValue)));
  return [...assigned, { ...part, kind: "unassigned", key: "unassigned", share, marketValue: rest }];
}

function cashRow(
  { marketValue, currency, account }: ValuedPart,
  by: AllocationView | Taxonomy,
): Pick<AllocationPart, "kind" | "key"> {
  const isNegative = marketValue.isNegative();
  const own = by === "currency" ? currency : by === "account" ? account : undefined;
  if (isNegative) return { kind: "negative-cash", key: own ?? "negative-cash" };
  if (own !== undefined) return { kind: "category", key: own };
  return { kind: by === "asset-class" ? "category" : "cash", key: "cash" };
}

function categoriesOf(
  { account, currency }: ValuedPart,
  instrument: InstrumentId,
  by: AllocationView | Taxonomy,
  known: Classification = {},
): CategoryShares | undefined {
  if (typeof by !== "string") return by.get(instrument);
  switch (by) {
    case "instrument":
      return instrument;
    case "asset-class":
      return known.assetClass;
    case "sector":
      return known.sector;
    case "country":
      return known.country;
    case "currency":
      return known.currency ?? currency;
    case "account":
      return account;
  }
}
