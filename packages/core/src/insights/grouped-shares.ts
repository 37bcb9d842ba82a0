import type { DecimalString } from "../numbers/decimal.ts";
import { Decimal } from "../numbers/decimal.ts";
import type { ValuedPart } from "../allocation/valued-part.ts";
import type { PortfolioFacts } from "./portfolio-facts.ts";

/** A group of parts, its value and its share of the total. */
export interface GroupedShare {
  readonly group: string;
  readonly share: number;
  readonly amount: DecimalString;
}

/** The parts of a portfolio put together by what they have in common, the largest share first; none without a positive total. */
export function groupedShares(
  { parts, total }: PortfolioFacts,
  groupOf: (part: ValuedPart) => string | undefined,
): GroupedShare[] {
  if (!total.greaterThan(0)) return [];
  const values = new Map<string, Decimal>();
  for (const part of parts) {
    const group = groupOf(part);
    if (group !== undefined) values.set(group, (values.get(group) ?? new Decimal(0)).plus(part.marketValue));
  }
  return [...values]
    .map(([group, value]) => ({ group, share: value.div(total).toNumber(), amount: value.toString() }))
    .sort((a, b) => b.share - a.share || (a.group < b.group ? -1 : 1));
}
