import type { AssetClass, HoldingsSnapshot } from "@portfolio/core";

/** A part of the whole by asset class: the class keeps its series colour on every page. */
export interface AllocationPart {
  readonly label: string;
  readonly weight: number;
  readonly series: string;
}

const classes: Readonly<Record<AssetClass | "other", { readonly label: string; readonly series: string }>> = {
  "equity-fund": { label: "Equity funds", series: "1" },
  share: { label: "Shares", series: "2" },
  bond: { label: "Bonds", series: "3" },
  cash: { label: "Cash", series: "4" },
  crypto: { label: "Crypto", series: "5" },
  commodity: { label: "Commodities", series: "6" },
  "real-estate": { label: "Real estate", series: "7" },
  alternative: { label: "Alternatives", series: "8" },
  other: { label: "Not classified", series: "other" },
};

/** Weights summed by class, largest first; holdings without a known value are left out. */
export function allocationByClass({ holdings, cash }: HoldingsSnapshot): AllocationPart[] {
  const weights = new Map<AssetClass | "other", number>();
  const add = (key: AssetClass | "other", weight: number): void =>
    void weights.set(key, (weights.get(key) ?? 0) + weight);
  for (const { assetClass, weight } of holdings)
    if (weight.value !== undefined) add(assetClass ?? "other", weight.value);
  for (const { weight } of cash) if (weight.value !== undefined) add("cash", weight.value);
  return [...weights].map(([key, weight]) => ({ ...classes[key], weight })).sort((a, b) => b.weight - a.weight);
}
