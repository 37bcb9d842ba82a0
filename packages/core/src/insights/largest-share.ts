import type { Evidence, Finding, HealthRule } from "./finding.ts";
import type { GroupedShare } from "./grouped-shares.ts";

/** What a rule says that bounds the largest of some shares; undefined when it is switched off. */
export function largestShare(
  rule: HealthRule,
  shares: readonly GroupedShare[],
  limit: number | undefined,
  evidenceOf: (group: string) => Evidence,
): Finding | undefined {
  if (limit === undefined) return undefined;
  const measure = shares[0]?.share;
  const status = measure === undefined ? "not-known" : measure > limit ? "attention" : "fine";
  const evidence = shares.map(({ group, share, amount }) => ({ ...evidenceOf(group), share, amount }));
  return { rule, status, measure, limit, evidence };
}
