import { Decimal } from "../../../numbers/decimal.ts";
import { bookIncome, type IncomeRow, type Payment } from "../../reading/withheld-tax.ts";
import { instrumentKey } from "../../reading/instrument-of.ts";
import { activityFieldsOf, activityInstrument } from "./activity-fields.ts";
import type { ActivityReading } from "./activity-reading.ts";
import type { ActivityRow } from "./activity-row.ts";
import { cashOf } from "./book-activity-cash.ts";
import type { RuledRow } from "./ruled-row.ts";

/** Books payments with the tax rows that belong to them: of the same account, currency and day, and the same key. */
export function bookActivityIncome(
  payments: readonly RuledRow[],
  taxes: readonly ActivityRow[],
  reading: ActivityReading,
): void {
  bookIncome(
    payments.flatMap((payment) => paymentOf(payment, reading)),
    taxes.flatMap((row) => taxOf(row, reading)),
    reading.findings,
  );
  if (reading.preset.netDividends !== true) return;
  for (const { row, effect } of payments) {
    if (effect === "dividend") reading.findings.report("withholding-unknown", row.line, netOnly, amountColumn(row));
  }
}

const netOnly =
  "The file gives the dividend after tax and not the tax, so the net amount was taken as gross. Add the tax if some was withheld.";

function amountColumn({ columns }: ActivityRow): string | undefined {
  return columns.net ?? columns.gross;
}

function paymentOf({ row, effect }: RuledRow, reading: ActivityReading): readonly Payment[] {
  const printed = cashOf(row, reading);
  if (printed === undefined) return [];
  const substitute = effect === "substitute-dividend";
  const kind =
    effect === "interest" || effect === "return-of-capital" || effect === "accumulation" ? effect : "dividend";
  const instrument = activityInstrument(row, kind === "interest" ? "cash" : "units");
  const amount = row.gross === undefined ? printed.plus(row.fee).plus(row.tax) : printed;
  const common = incomeRow(row, amount, reading);
  const fields = { ...common.fields, instrument, feeAmount: row.fee, substitutePayment: substitute || undefined };
  return [{ ...common, fields, kind, taxAmount: row.tax }];
}

function taxOf(row: ActivityRow, reading: ActivityReading): readonly IncomeRow[] {
  const printed = row.tax.isZero() ? cashOf(row, reading) : (row.gross ?? row.net ?? new Decimal(0));
  if (printed === undefined) return [];
  const moved = (reading.preset.signedAmounts ? printed : printed.abs().negated()).minus(row.tax);
  return [incomeRow(row, moved, reading)];
}

function incomeRow(row: ActivityRow, amount: Decimal, { preset }: ActivityReading): IncomeRow {
  const instrument = activityInstrument(row, "cash");
  const own = preset.incomeKey?.(row) ?? instrumentKey(instrument ?? activityInstrument(row));
  return {
    fields: { ...activityFieldsOf(row), instrument },
    amount,
    key: `${row.account} ${row.date} ${row.unit?.currency ?? ""} ${own}`,
  };
}
