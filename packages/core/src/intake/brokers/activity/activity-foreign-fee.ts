import type { Findings } from "../../reading/findings.ts";
import { activityFieldsOf, activityInstrument } from "./activity-fields.ts";
import type { ActivityRow } from "./activity-row.ts";

/** Books the fee that a row pays in another currency than its cash as a fee of its own. */
export function bookForeignFee(row: ActivityRow, findings: Findings): void {
  const { foreignFee } = row;
  if (foreignFee === undefined || foreignFee.amount.isZero() || findings.isRefused(row.line)) return;
  findings.book({
    ...activityFieldsOf(row),
    kind: foreignFee.amount.isNegative() ? "fee-refund" : "fee",
    instrument: activityInstrument(row, "cash"),
    currency: foreignFee.unit.currency,
    grossAmount: foreignFee.amount.abs(),
  });
}
