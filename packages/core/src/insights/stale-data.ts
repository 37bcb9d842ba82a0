import { toEpochDay } from "../calendar/plain-date.ts";
import type { Finding } from "./finding.ts";
import { groupedShares } from "./grouped-shares.ts";
import type { PortfolioFacts } from "./portfolio-facts.ts";

/** Whether more of the portfolio than is wanted is valued at closes that are too old. */
export function staleData(facts: PortfolioFacts): Finding | undefined {
  const limit = facts.settings.largestStaleShare;
  if (limit === undefined) return undefined;
  const ages = new Map(
    facts.issues
      .filter(({ code }) => code === "stale-price")
      .map(({ source, date }) => [source.instrumentId, toEpochDay(facts.on) - toEpochDay(date!)]),
  );
  const stale = groupedShares(facts, ({ instrument }) => (ages.has(instrument) ? instrument : undefined));
  const measure = facts.total.greaterThan(0) ? stale.reduce((sum, { share }) => sum + share, 0) : undefined;
  return {
    rule: "stale-data",
    status: measure === undefined ? "not-known" : measure > limit ? "attention" : "fine",
    measure,
    limit,
    evidence: stale.map(({ group, share, amount }) => ({ instrument: group, share, amount, days: ages.get(group)! })),
  };
}
