import { isLaterRow, isLiveRow } from "../transactions/row-order.ts";
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
  const pairs = new Int32Array(columns.day.length).fill(-1);
  const open = new Map<string, number>();
  for (const row of transferRows(columns)) {
    const { transferId } = columns.details.get(row)!;
    const kind = columns.kind[row];
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

/** The rows of transfers that name their pair, in processing order. */
function transferRows(columns: TransactionColumns): number[] {
  const rows: number[] = [];
  for (const [row, { transferId }] of columns.details)
    if (transferId !== undefined && isTransferRow(columns, row) && isLiveRow(columns, row)) rows.push(row);
  return columns.edited === undefined ? rows : rows.sort((a, b) => (isLaterRow(columns, a, b) ? 1 : -1));
}

/** Whether a row is half of a transfer. */
export function isTransferRow({ kind }: TransactionColumns, row: number): boolean {
  return kind[row] === transferOut || kind[row] === transferIn;
}
