import { digitsOf, digitsOfAt, fixedPointOf, hasDecimal } from "../numbers/decimal-column.ts";
import type { FixedPoint } from "../numbers/fixed-point.ts";
import type { TransactionColumns } from "../transactions/transaction-columns.ts";

/** The gross amount of a transaction in its own currency: as stated, else quantity x unit price, else undefined. */
export function grossOf(columns: TransactionColumns, row: number): FixedPoint | undefined {
  const stated = fixedPointOf(columns.grossAmount, row);
  if (stated !== undefined) return stated;
  if (!hasDecimal(columns.quantity, row) || !hasDecimal(columns.unitPrice, row)) return undefined;
  return {
    digits: digitsOf(columns.quantity, row) * digitsOf(columns.unitPrice, row),
    scale: columns.quantity.scales[row]! + columns.unitPrice.scales[row]!,
  };
}

/** Digits after the point that hold gross, fee and tax of a transaction exactly. */
export function amountScale(columns: TransactionColumns, row: number): number {
  const gross = hasDecimal(columns.grossAmount, row)
    ? columns.grossAmount.scales[row]!
    : Math.max(columns.quantity.scales[row]!, 0) + Math.max(columns.unitPrice.scales[row]!, 0);
  return Math.max(gross, columns.feeAmount.scales[row]!, columns.taxAmount.scales[row]!);
}

/** Gross as an integer at a scale that holds it; 0 when there is none. */
export function grossAt(columns: TransactionColumns, row: number, scale: number): bigint {
  if (hasDecimal(columns.grossAmount, row)) return digitsOfAt(columns.grossAmount, row, scale);
  if (!hasDecimal(columns.quantity, row) || !hasDecimal(columns.unitPrice, row)) return 0n;
  return digitsOf(columns.quantity, row) * digitsOfAt(columns.unitPrice, row, scale - columns.quantity.scales[row]!);
}
