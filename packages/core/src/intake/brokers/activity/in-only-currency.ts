import type { ActivityRow } from "./activity-row.ts";

/**
 * Gives rows without a currency the one currency of their file, if it has just one.
 *
 * For coins that arrive or leave without a value: the currency is then that of the cost to be filled in.
 */
export function inOnlyCurrency(rows: readonly ActivityRow[]): readonly ActivityRow[] {
  const units = new Map(rows.flatMap(({ unit }) => (unit === undefined ? [] : [[unit.currency, unit]])));
  const [only] = units.values();
  return units.size === 1 ? rows.map((row) => (row.unit === undefined ? { ...row, unit: only } : row)) : rows;
}
