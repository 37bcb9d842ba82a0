import { minorUnitDigits } from "../../../money/currency.ts";
import { Decimal } from "../../../numbers/decimal.ts";
import type { ActivityEffect } from "./activity-preset.ts";
import type { ActivityReading } from "./activity-reading.ts";
import type { RuledRow } from "./ruled-row.ts";

const moving: ReadonlySet<ActivityEffect> = new Set<ActivityEffect>([
  "dividend",
  "substitute-dividend",
  "return-of-capital",
  "interest",
  "interest-charge",
  "deposit",
  "withdrawal",
  "cash",
  "transfer",
]);

/** Compares the two totals of a row about cash: the net amount is the gross one less its charges. Trades do so themselves. */
export function reportNetDisagreement({ row, effect }: RuledRow, { preset, findings }: ActivityReading): void {
  const { gross, net, unit } = row;
  if (gross === undefined || net === undefined || unit === undefined || !moving.has(effect)) return;
  const tolerance = new Decimal(10).pow(-minorUnitDigits(unit.currency));
  const charges = row.fee.plus(row.tax);
  const expected = preset.signedAmounts || !gross.isNegative() ? gross.minus(charges) : gross.plus(charges);
  if (expected.minus(net).abs().lessThanOrEqualTo(tolerance) || findings.isRefused(row.line)) return;
  const message =
    `The net amount ${net.toString()} is not gross less charges (${expected.toString()}). ` +
    "Gross and charges are taken; compare them with the broker's statement.";
  findings.report("amount-mismatch", row.line, message, row.columns.net);
}
