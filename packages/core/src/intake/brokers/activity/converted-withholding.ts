import { minorUnitDigits } from "../../../money/currency.ts";
import type { ActivityRow } from "./activity-row.ts";

/**
 * The tax of a dividend in the currency of the cash.
 *
 * Some files print the dividend and its tax in the instrument's currency, and what was paid in the account's. The share
 * that was kept back is the same in both: net × tax / (gross − tax), rounded to the minor unit.
 */
export function convertedWithholding(row: ActivityRow): ActivityRow {
  const { net, tax, foreignGross, unit } = row;
  if (tax.isZero() || net === undefined || foreignGross === undefined || unit === undefined) return row;
  const paidOut = foreignGross.minus(tax);
  if (!paidOut.greaterThan(0)) return row;
  return { ...row, tax: tax.times(net).dividedBy(paidOut).toDecimalPlaces(minorUnitDigits(unit.currency)) };
}
