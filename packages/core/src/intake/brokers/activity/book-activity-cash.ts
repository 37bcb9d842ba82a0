import type { Decimal } from "../../../numbers/decimal.ts";
import type { TransactionKind } from "../../../transactions/transaction-kind.ts";
import { activityFieldsOf, activityInstrument } from "./activity-fields.ts";
import type { ActivityReading } from "./activity-reading.ts";
import type { ActivityRow } from "./activity-row.ts";

/** The kinds of a positive and a negative amount. */
interface KindsBySign {
  readonly arriving: TransactionKind;
  readonly leaving: TransactionKind;
}

/** Books a movement of cash as the kind its sign tells; where a file has no signs, a positive one is the `usual` kind. */
export function bookCashBySign(
  row: ActivityRow,
  { arriving, leaving }: KindsBySign,
  usual: "arriving" | "leaving",
  reading: ActivityReading,
): void {
  const printed = cashOf(row, reading);
  if (printed === undefined) return;
  const arrives = !printed.isNegative() && (reading.preset.signedAmounts || usual === "arriving");
  bookCash(row, arrives ? arriving : leaving, printed.abs(), arrives, reading);
}

/** Books a movement of cash whose direction is in its word: the other sign takes an earlier one back. */
export function bookCashByWord(
  row: ActivityRow,
  kind: TransactionKind,
  arrives: boolean,
  reading: ActivityReading,
): void {
  const printed = cashOf(row, reading);
  if (printed === undefined) return;
  const takesBack = reading.preset.signedAmounts && !printed.isZero() && printed.isNegative() === arrives;
  bookCash(row, kind, takesBack ? printed.abs().negated() : printed.abs(), arrives, reading);
}

/** The amount a row about cash states; a row that only has a charge states that. Undefined: reported. */
export function cashOf(row: ActivityRow, { findings }: ActivityReading): Decimal | undefined {
  const amount = row.gross ?? row.net;
  if (amount === undefined) {
    const column = row.columns.net ?? row.columns.gross;
    findings.report("invalid-cell", row.line, "The row has no amount. Fill it in and import again.", column);
  }
  return amount;
}

/** A net amount has the charges taken off already, so they are put back into the gross amount. */
function bookCash(
  row: ActivityRow,
  kind: TransactionKind,
  amount: Decimal,
  arrives: boolean,
  { findings }: ActivityReading,
): void {
  const charges = row.fee.plus(row.tax);
  const stated = row.gross !== undefined;
  findings.book({
    ...activityFieldsOf(row),
    kind,
    instrument: activityInstrument(row, "cash"),
    grossAmount: stated ? amount : arrives ? amount.plus(charges) : amount.minus(charges),
    feeAmount: row.fee,
    taxAmount: row.tax,
  });
}

/** Books a fee or tax of the account: what its amount and its own column come to. */
export function bookCharge(row: ActivityRow, kinds: KindsBySign, reading: ActivityReading): void {
  const own = kinds.leaving === "tax" ? row.tax : row.fee;
  const amount = row.gross ?? row.net;
  const { signedAmounts } = reading.preset;
  const moved = (amount === undefined || signedAmounts ? amount : amount.abs().negated()) ?? own.times(0);
  const total = moved.minus(own);
  if (amount === undefined && own.isZero()) return void cashOf(row, reading);
  reading.findings.book({
    ...activityFieldsOf(row),
    kind: total.isNegative() ? kinds.leaving : kinds.arriving,
    instrument: activityInstrument(row, "cash"),
    grossAmount: total.abs(),
  });
}
