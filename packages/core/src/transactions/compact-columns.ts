import { digitsOf } from "../numbers/decimal-column.ts";
import type { TransactionColumns, TransactionDetails } from "./transaction-columns.ts";
import { decimalFields, rowArrays } from "./write-row.ts";

/**
 * Edited columns with their rows in processing order and nothing between them, as {@link packTransactions} answers them;
 * others as they are. For storing. Cost: O(count).
 */
export function compactColumns(columns: TransactionColumns): TransactionColumns {
  const { edited, count } = columns;
  if (edited === undefined) return columns;
  const arrays = rowArrays(count);
  const details = new Map<number, TransactionDetails>();
  edited.order.forEach((row, position) => {
    for (const field of ["entry", "day", "second", "kind", "account", "instrument", "currency"] as const)
      arrays[field][position] = columns[field][row]!;
    for (const field of decimalFields) {
      arrays[field].values[position] = columns[field].values[row]!;
      arrays[field].scales[position] = columns[field].scales[row]!;
      if (columns[field].big.has(row)) arrays[field].big.set(position, digitsOf(columns[field], row));
    }
    const detail = columns.details.get(row);
    if (detail !== undefined) details.set(position, detail);
  });
  const { accounts, instruments, currencies, ids } = columns;
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
