import type { TableSort } from "../events/sort-change.ts";
import { decimalUnits } from "./decimal-units.ts";
import type { HoldingColumn } from "./holding-column.ts";
import type { HoldingRow } from "./holding-row.ts";

type Key = bigint | number | string | undefined;

/** Decimal strings become integers once, so that comparing stays exact and cheap. */
function keyOf(row: HoldingRow, column: HoldingColumn): Key {
  const key = row.sortKeys[column];
  return typeof key === "string" && column !== "instrument" ? decimalUnits(key) : key;
}

function compareKeys(left: Key, right: Key, names: Intl.Collator): number {
  if (typeof left === "string" && typeof right === "string") return names.compare(left, right);
  if (left === undefined || right === undefined) return left === right ? 0 : left === undefined ? 1 : -1;
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Rows in the order asked for. What is not known goes last whatever the direction; the second key is the name.
 *
 * Cost: O(n log n) comparisons of integers.
 */
export function sortRows(rows: readonly HoldingRow[], sort: TableSort, locale: string): readonly HoldingRow[] {
  const names = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  const direction = sort.direction === "ascending" ? 1 : -1;
  const keyed = rows.map((row) => ({ row, key: keyOf(row, sort.column as HoldingColumn) }));
  keyed.sort((left, right) => {
    const unknown = left.key === undefined || right.key === undefined;
    const byKey = compareKeys(left.key, right.key, names) * (unknown ? 1 : direction);
    return byKey || names.compare(left.row.label, right.row.label) || names.compare(left.row.name, right.row.name);
  });
  return keyed.map((each) => each.row);
}
