import { bookExchangeLegs } from "../../reading/exchange-legs.ts";
import { bookForeignFee } from "./activity-foreign-fee.ts";
import { activityFieldsOf } from "./activity-fields.ts";
import type { ActivityReading } from "./activity-reading.ts";
import type { ActivityRow } from "./activity-row.ts";
import { cashOf } from "./book-activity-cash.ts";

/** Books exchanges given as two rows: opposite signs, two currencies, one account and day. */
export function bookActivityLegs(rows: readonly ActivityRow[], reading: ActivityReading): void {
  const legs = rows.flatMap((row) => {
    const amount = cashOf(row, reading);
    if (amount === undefined || row.unit === undefined) return [];
    const key = `${row.account} ${row.date} ${reading.preset.exchangeKey?.(row) ?? ""}`;
    return [{ fields: activityFieldsOf(row), amount, currency: row.unit.currency, key }];
  });
  bookExchangeLegs(legs, reading.findings);
}

/** Books an exchange given as one row, with both sides in it. */
export function bookActivityExchange(row: ActivityRow, { findings }: ActivityReading): void {
  const amount = row.gross ?? row.net;
  if (amount === undefined || row.toAmount === undefined || row.toUnit === undefined) {
    const message = "The exchange lacks one of its two sides. Fill it in and import again, or enter it by hand.";
    return findings.report("invalid-cell", row.line, message, row.columns.toAmount);
  }
  findings.book({
    ...activityFieldsOf(row),
    kind: "currency-exchange",
    grossAmount: amount.abs(),
    toCurrency: row.toUnit.currency,
    toAmount: row.toAmount.abs(),
    feeAmount: row.fee,
  });
  bookForeignFee(row, findings);
}
