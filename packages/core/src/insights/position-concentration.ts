import type { Finding } from "./finding.ts";
import { groupedShares } from "./grouped-shares.ts";
import { largestShare } from "./largest-share.ts";
import type { PortfolioFacts } from "./portfolio-facts.ts";

/** Whether one instrument is more of the portfolio than is wanted, over all accounts together. */
export function positionConcentration(facts: PortfolioFacts): Finding | undefined {
  const shares = groupedShares(facts, ({ instrument }) => instrument);
  return largestShare("position-concentration", shares, facts.settings.largestPosition, (instrument) => ({
    instrument,
  }));
}
