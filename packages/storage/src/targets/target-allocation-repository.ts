import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { type KeptRecords, keptRecords } from "../journal/kept-records.ts";
import { exceedsOne, isFraction } from "../taxonomies/fraction.ts";
import type { StoredTargetAllocation } from "../database/stored-target-allocation.ts";

/** Target allocations of a portfolio; one whose weights add up to more than 1 is refused. */
export function targetAllocationRepository(database: PortfolioDatabase): KeptRecords<StoredTargetAllocation> {
  return keptRecords(database, { table: "targetAllocations", kind: "target", fault: targetFault });
}

/** What is wrong with a target allocation, in a sentence; undefined when it is sound. */
export function targetFault({ name, targets, cash }: StoredTargetAllocation): string | undefined {
  const weights = [...targets.map(({ weight }) => weight), ...(cash === undefined ? [] : [cash])];
  const wrong = weights.find((weight) => !isFraction(weight));
  if (wrong !== undefined) return `The weight "${wrong}" of "${name}" is no fraction from 0 to 1.`;
  return exceedsOne(weights) ? `The weights of "${name}" add up to more than 1.` : undefined;
}
