import { exactPowers } from "../numbers/exact-powers.ts";
import type { TransactionColumns } from "../transactions/transaction-columns.ts";
import type { LedgerOptions } from "./ledger-options.ts";

const limit = Number.MAX_SAFE_INTEGER;

/**
 * Gross and the charges that count, as an integer at `scale`: the hot path, in doubles while they are exact.
 *
 * Undefined when a product or a sum passes 2^53 - 1: then integers of any length take over, with the same result. A
 * check after the operation is a proof here: rounding is monotonic, so a product or sum of integers of 2^53 or more
 * never rounds to less; an operand that was itself rounded is at least 2^53, and so is its product unless that is 0.
 */
export function bookedInDoubles(
  columns: TransactionColumns,
  row: number,
  sign: 1 | -1,
  options: LedgerOptions,
  scale: number,
): number | undefined {
  if (options.taxesInCost && columns.taxAmount.scales[row]! >= 0) return undefined;
  let amount = columns.grossAmount.values[row]!;
  let own = columns.grossAmount.scales[row]!;
  if (own < 0) {
    const quantityScale = columns.quantity.scales[row]!;
    const priceScale = columns.unitPrice.scales[row]!;
    if (quantityScale < 0 || priceScale < 0) return undefined;
    amount = columns.quantity.values[row]! * columns.unitPrice.values[row]!;
    own = quantityScale + priceScale;
  }
  if (own > scale || scale - own >= exactPowers.length || !(Math.abs(amount) <= limit)) return undefined;
  amount *= exactPowers[scale - own]!;
  if (!(Math.abs(amount) <= limit)) return undefined;
  const feeScale = columns.feeAmount.scales[row]!;
  if (feeScale >= 0 && options.feesInCost) {
    if (feeScale > scale || scale - feeScale >= exactPowers.length) return undefined;
    const fee = columns.feeAmount.values[row]! * exactPowers[scale - feeScale]!;
    amount += sign * fee;
    if (!(Math.abs(fee) <= limit && Math.abs(amount) <= limit)) return undefined;
  }
  // Adding 0 turns the -0 of 0 x -1 into 0.
  return amount + 0;
}
