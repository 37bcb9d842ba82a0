import type { PortfolioShape } from "@portfolio/generated-portfolio";

/** Trades and instruments as they are written beside figures: "14.4k/250", "1M/500". */
export function tradesName({
  transactions,
  instruments,
}: Pick<PortfolioShape, "transactions" | "instruments">): string {
  const trades = transactions >= 1_000_000 ? `${transactions / 1_000_000}M` : `${transactions / 1_000}k`;
  return `${trades}/${instruments}`;
}
