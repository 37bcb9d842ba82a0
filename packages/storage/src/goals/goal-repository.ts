import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { type KeptRecords, keptRecords } from "../journal/kept-records.ts";
import type { Goal } from "../database/goal.ts";

/** Goals of a portfolio. */
export function goalRepository(database: PortfolioDatabase): KeptRecords<Goal> {
  return keptRecords(database, { table: "goals", kind: "goal", fault: goalFault });
}

/** What is wrong with a goal, in a sentence; undefined when it is sound. */
export function goalFault({ amount }: Goal): string | undefined {
  return /^\d+(\.\d+)?$/.test(amount) ? undefined : `The amount "${amount}" of a goal is no number of 0 or more.`;
}
