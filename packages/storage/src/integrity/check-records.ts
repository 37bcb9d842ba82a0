import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { goalFault } from "../goals/goal-repository.ts";
import { targetFault } from "../targets/target-allocation-repository.ts";
import { taxonomyFault } from "../taxonomies/taxonomy-fault.ts";
import type { KnownIds } from "./check-rows.ts";
import type { Findings } from "./findings.ts";

/** Looks at accounts, instruments, typed prices, plans and notes; to be called inside a transaction on their tables. */
export async function checkRecords(
  database: PortfolioDatabase,
  { accounts, instruments }: KnownIds,
  findings: Findings,
): Promise<Record<string, number>> {
  const named = ["accounts", "instruments"] as const;
  const counts: Record<string, number> = {};
  for (const table of named) {
    const records = await database.table<{ id: string; name?: unknown; currency?: unknown }, string>(table).toArray();
    counts[table] = records.length;
    for (const { id, name, currency } of records)
      if (typeof name !== "string" || typeof currency !== "string" || currency === "")
        findings.add("invalid-record", table, id, "It has no name or no currency.");
  }
  const prices = await database.manualPrices.toArray();
  counts["manualPrices"] = prices.length;
  for (const { instrumentId, date, close } of prices) {
    if (!instruments.has(instrumentId)) unknownInstrument(findings, "manualPrices", [instrumentId, date], instrumentId);
    if (!/^\d+(\.\d+)?$/.test(close))
      findings.add("invalid-record", "manualPrices", [instrumentId, date], `The close "${close}" is no price.`);
  }
  const taxonomies = await database.taxonomies.toArray();
  const targets = await database.targetAllocations.toArray();
  const goals = await database.goals.toArray();
  const watched = await database.watchlist.toArray();
  const notes = await database.notes.toArray();
  Object.assign(counts, {
    taxonomies: taxonomies.length,
    targetAllocations: targets.length,
    goals: goals.length,
    watchlist: watched.length,
    notes: notes.length,
  });
  const invalid = (table: string, id: string, fault: string | undefined): void => {
    if (fault !== undefined) findings.add("invalid-record", table, id, fault);
  };
  for (const taxonomy of taxonomies) {
    invalid("taxonomies", taxonomy.id, taxonomyFault(taxonomy));
    for (const { instrument } of taxonomy.assignments)
      if (!instruments.has(instrument)) unknownInstrument(findings, "taxonomies", taxonomy.id, instrument);
  }
  for (const target of targets) {
    invalid("targetAllocations", target.id, targetFault(target));
    for (const one of target.targets)
      if ("instrument" in one && !instruments.has(one.instrument))
        unknownInstrument(findings, "targetAllocations", target.id, one.instrument);
  }
  for (const goal of goals) {
    invalid("goals", goal.id, goalFault(goal));
    for (const id of goal.accounts ?? [])
      if (!accounts.has(id)) findings.add("unknown-reference", "goals", goal.id, `The account "${id}" is not there.`);
  }
  for (const { instrumentId } of watched)
    if (!instruments.has(instrumentId)) unknownInstrument(findings, "watchlist", instrumentId, instrumentId);
  return counts;
}

function unknownInstrument(findings: Findings, table: string, key: IDBValidKey, id: string): void {
  findings.add("unknown-reference", table, key, `The instrument "${id}" is not there.`);
}
