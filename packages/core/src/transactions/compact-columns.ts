import { digitsOf } from "../numbers/decimal-column.ts";
import { namesInUse } from "./names-in-use.ts";
import type { TransactionColumns, TransactionDetails } from "./transaction-columns.ts";
import { decimalFields, plainFields, rowArrays } from "./write-row.ts";

/**
 * Edited columns with their rows in processing order, nothing between them, and only the names in use; as
 * `packTransactions` answers them. Columns that were not edited as they are. For storing. Cost: O(count).
 */
export function compactColumns(columns: TransactionColumns): TransactionColumns {
  const { edited, count, ids } = columns;
  if (edited === undefined) return columns;
  const arrays = rowArrays(count);
  const details = new Map<number, TransactionDetails>();
  const { accounts, instruments, currencies } = namesInUse(columns);
  const positions = {
    account: newPositions(columns.accounts, accounts),
    instrument: newPositions(columns.instruments, instruments),
    currency: newPositions(columns.currencies, currencies),
  };
  edited.order.forEach((row, position) => {
    for (const field of plainFields) arrays[field][position] = columns[field][row]!;
    for (const field of ["account", "instrument", "currency"] as const)
      arrays[field][position] = positions[field][columns[field][row]!] ?? -1;
    for (const field of decimalFields) {
      arrays[field].values[position] = columns[field].values[row]!;
      arrays[field].scales[position] = columns[field].scales[row]!;
      if (columns[field].big.has(row)) arrays[field].big.set(position, digitsOf(columns[field], row));
    }
    const detail = columns.details.get(row);
    if (detail !== undefined) details.set(position, detail);
  });
  return {
    count,
    ids: Array.from(edited.order, (row) => ids[row]!),
    accounts,
    instruments,
    currencies,
    ...arrays,
    details,
  };
}

/** By old position the new one; -1 for a name that nobody bears. */
function newPositions(before: readonly string[], after: readonly string[]): number[] {
  const positions = new Map(after.map((name, position) => [name, position]));
  return before.map((name) => positions.get(name) ?? -1);
}
