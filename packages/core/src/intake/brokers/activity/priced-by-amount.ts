import { amountsAgree } from "../../reading/amount-agreement.ts";
import type { ActivityRow } from "./activity-row.ts";

const digits = 12;

/**
 * The row with a price that fits its gross amount: the printed one where it does, else gross / quantity, to twelve
 * digits.
 *
 * For files that print no price, or one that leaves out the spread.
 */
export function pricedByAmount(row: ActivityRow): ActivityRow {
  const { gross, quantity, price, unit } = row;
  if (gross === undefined || quantity === undefined || quantity.isZero() || unit === undefined) return row;
  if (price !== undefined && amountsAgree(gross.abs(), price.times(quantity).abs(), unit.currency)) return row;
  return { ...row, price: gross.dividedBy(quantity).abs().toSignificantDigits(digits) };
}
