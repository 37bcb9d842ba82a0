import type { IssueCode } from "../outcome/issue.ts";
import type { Evidence, Finding } from "./finding.ts";
import type { PortfolioFacts } from "./portfolio-facts.ts";

/** Whether more is wrong with the data than is wanted: errors and warnings, old prices apart. */
export function incompleteData({ issues, settings }: PortfolioFacts): Finding | undefined {
  const limit = settings.mostIssues;
  if (limit === undefined) return undefined;
  const counts = new Map<IssueCode, number>();
  for (const { code, severity } of issues)
    if (severity !== "notice" && code !== "stale-price") counts.set(code, (counts.get(code) ?? 0) + 1);
  const evidence: Evidence[] = [...counts]
    .map(([issue, count]) => ({ issue, count }))
    .sort((a, b) => b.count - a.count || (a.issue < b.issue ? -1 : 1));
  const measure = evidence.reduce((sum, { count }) => sum + count!, 0);
  return { rule: "incomplete-data", status: measure > limit ? "attention" : "fine", measure, limit, evidence };
}
