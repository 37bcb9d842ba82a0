import { exceedsOne, isFraction } from "./fraction.ts";
import type { Taxonomy, TaxonomyCategory } from "../database/taxonomy.ts";

/** What is wrong with a taxonomy, in a sentence; undefined when it is sound. */
export function taxonomyFault({ name, categories, assignments }: Taxonomy): string | undefined {
  const byId = new Map(categories.map((category) => [category.id, category]));
  if (byId.size < categories.length) return `Two categories of "${name}" have the same id.`;
  for (const category of categories) {
    if (category.parent !== undefined && !byId.has(category.parent))
      return `The category above "${category.name}" is not there.`;
    if (isAboveItself(category, byId)) return `The category "${category.name}" stands above itself.`;
  }
  const weights = new Map<string, string[]>();
  const pairs = new Set<string>();
  for (const { instrument, category, weight } of assignments) {
    if (!byId.has(category)) return `"${instrument}" is assigned to a category that is not there.`;
    if (!isFraction(weight)) return `The weight "${weight}" of "${instrument}" is no fraction from 0 to 1.`;
    const pair = JSON.stringify([instrument, category]);
    if (pairs.has(pair)) return `"${instrument}" is assigned to the same category twice.`;
    pairs.add(pair);
    weights.set(instrument, [...(weights.get(instrument) ?? []), weight]);
  }
  for (const [instrument, parts] of weights)
    if (exceedsOne(parts)) return `The weights of "${instrument}" in "${name}" add up to more than 1.`;
  return undefined;
}

function isAboveItself(category: TaxonomyCategory, byId: ReadonlyMap<string, TaxonomyCategory>): boolean {
  const seen = new Set<string>();
  for (let at: TaxonomyCategory | undefined = category; at !== undefined; at = byId.get(at.parent ?? "")) {
    if (seen.has(at.id)) return true;
    seen.add(at.id);
  }
  return false;
}
