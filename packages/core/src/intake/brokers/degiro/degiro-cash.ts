import type { TransactionKind } from "../../../transactions/transaction-kind.ts";
import type { Findings } from "../../reading/findings.ts";
import { degiroFields, degiroInstrument } from "./degiro-fields.ts";
import type { DegiroRow } from "./degiro-row.ts";

/** Books a row that stands for itself, or says why it does not. */
export function bookDegiroCash(row: DegiroRow, findings: Findings): void {
  if (row.type === "ignored") return leaveOut(row, "It moves cash between the broker's own accounts.", findings);
  if (row.cash === undefined)
    return reportAll(row, "invalid-cell", "The row has no amount. Fill it in and import again.", findings);
  const negative = row.cash.amount.isNegative();
  switch (row.type) {
    case "fee":
    case "trade-fee":
    case "courtesy":
      return book(row, negative ? "fee" : "fee-refund", findings);
    case "interest":
      return book(row, negative ? "interest-charge" : "interest", findings);
    case "withdrawal":
      if (!negative) return leaveOut(row, "It is the counter entry of a withdrawal.", findings);
      return book(row, "withdrawal", findings);
    case "deposit":
      return book(row, "deposit", findings);
    case "dividend":
    case "dividend-tax":
    case "exchange":
    case undefined: {
      const message = `"${row.description}" is not known, so the row was not booked. Enter it by hand if it matters.`;
      return reportAll(row, "unknown-action", message, findings);
    }
  }
}

/** The sign has chosen the kind, but for a deposit taken back: that is a deposit with a negative amount. */
function book(row: DegiroRow, kind: TransactionKind, findings: Findings): void {
  const { cash } = row;
  if (cash === undefined) return;
  const instrument = degiroInstrument(row);
  const grossAmount = kind === "deposit" ? cash.amount : cash.amount.abs();
  findings.book({ ...degiroFields(row), kind, instrument, currency: cash.currency, grossAmount });
}

function leaveOut(row: DegiroRow, reason: string, findings: Findings): void {
  reportAll(row, "ignored-row", `The row was left out. ${reason} Nothing to do.`, findings);
}

function reportAll(
  row: DegiroRow,
  code: "ignored-row" | "unknown-action" | "invalid-cell",
  message: string,
  findings: Findings,
): void {
  for (const line of row.lines) findings.report(code, line, message);
}
