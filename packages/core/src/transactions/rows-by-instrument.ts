import { rowAt } from "./row-order.ts";
import type { TransactionColumns } from "./transaction-columns.ts";

const known = new WeakMap<TransactionColumns, readonly (readonly number[])[]>();

/** The rows of each instrument, by its position, in processing order; one walk, remembered. */
export function rowsByInstrument(columns: TransactionColumns): readonly (readonly number[])[] {
  const found = known.get(columns) ?? grouped(columns);
  known.set(columns, found);
  return found;
}

function grouped(columns: TransactionColumns): readonly (readonly number[])[] {
  const groups: number[][] = columns.instruments.map(() => []);
  for (let position = 0; position < columns.count; position++) {
    const row = rowAt(columns, position);
    groups[columns.instrument[row]!]?.push(row);
  }
  return groups;
}
