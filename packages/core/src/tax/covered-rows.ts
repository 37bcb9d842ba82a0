import { type ExactTrade, unitsTaken } from "./exact-trades.ts";
import type { TaxTreatment } from "./tax-treatment.ts";

/** Which reductions are covered by what is held at their step, and with how many units. */
export interface CoveredRows {
  /** Units that a disposal or departure takes. A row that is not here has no effect. */
  readonly units: ReadonlyMap<ExactTrade, bigint>;
  readonly oversold: readonly ExactTrade[];
}

/** Walks over rows in their order, each treatment by itself: a later purchase does not repair an oversell. */
export function coveredRows(rows: readonly ExactTrade[]): CoveredRows {
  const held = new Map<TaxTreatment, bigint>();
  const units = new Map<ExactTrade, bigint>();
  const oversold: ExactTrade[] = [];
  for (const row of rows) {
    const { kind, treatment = "taxable" } = row.trade;
    const before = held.get(treatment) ?? 0n;
    if (kind === "acquisition") held.set(treatment, before + row.units);
    if (kind !== "disposal" && kind !== "departure") continue;
    const taken = unitsTaken(before, row.units, row.perUnit);
    if (taken === undefined || taken === 0n) {
      // What other accounts hold matters to a rule; whether their data are whole does not.
      if (treatment === "taxable") oversold.push(row);
      continue;
    }
    units.set(row, taken);
    held.set(treatment, before - taken);
  }
  return { units, oversold };
}
