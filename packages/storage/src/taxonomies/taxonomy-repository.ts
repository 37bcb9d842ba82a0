import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { type KeptRecords, keptRecords } from "../journal/kept-records.ts";
import type { Taxonomy } from "../database/taxonomy.ts";
import { taxonomyFault } from "./taxonomy-fault.ts";

/** Taxonomies of a portfolio; one whose weights add up to more than 1 is refused. */
export function taxonomyRepository(database: PortfolioDatabase): KeptRecords<Taxonomy> {
  return keptRecords(database, { table: "taxonomies", kind: "taxonomy", fault: taxonomyFault });
}
