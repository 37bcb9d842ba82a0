import type { Findings } from "../../reading/findings.ts";
import { activityFieldsOf, activityInstrument } from "./activity-fields.ts";
import type { ActivityRow } from "./activity-row.ts";

/** Whether the fee of a row is paid in another currency than its cash. */
export function paysFeeElsewhere({ fee, feeUnit, unit }: ActivityRow): boolean {
  return !fee.isZero() && feeUnit !== undefined && feeUnit.currency !== unit?.currency;
}

/** Books such a fee as a fee of its own, from the same row. */
export function bookForeignFee(row: ActivityRow, findings: Findings): void {
  if (!paysFeeElsewhere(row) || findings.isRefused(row.line)) return;
  findings.book({
    ...activityFieldsOf(row),
    kind: row.fee.isNegative() ? "fee-refund" : "fee",
    instrument: activityInstrument(row),
    currency: row.feeUnit?.currency,
    grossAmount: row.fee.abs(),
  });
}
