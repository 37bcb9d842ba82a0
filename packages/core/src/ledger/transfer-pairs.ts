import { type TransactionColumns, kindCode } from "../transactions/transaction-columns.ts";

const transferOut = kindCode["transfer-out"];
const transferIn = kindCode["transfer-in"];

/**
 * The other half of each transfer: rows paired by `transferId`, an out with an in of the same instrument (or of cash); -1
 * where there is none.
 *
 * A pair takes effect as one step, on the day of its outgoing half.
 */
export function pairTransfers(columns: TransactionColumns): Int32Array {
  const pairs = new Int32Array(columns.count).fill(-1);
  const open = new Map<string, number>();
  for (const [row, { transferId }] of columns.details) {
    if (transferId === undefined) continue;
    const kind = columns.kind[row];
    if (kind !== transferOut && kind !== transferIn) continue;
    const moved = `${columns.instrument[row]} ${transferId}`;
    const key = `${kind === transferOut ? transferIn : transferOut} ${moved}`;
    const other = open.get(key);
    if (other === undefined) {
      open.set(`${kind} ${moved}`, row);
    } else {
      open.delete(key);
      pairs[row] = other;
      pairs[other] = row;
    }
  }
  return pairs;
}
