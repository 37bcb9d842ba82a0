import type { DraftFields } from "../../reading/draft-fields.ts";
import type { Findings } from "../../reading/findings.ts";
import type { QuestradeRow } from "./questrade-row.ts";
import { instrumentIn, sharedFields, tradeFields } from "./questrade-trade.ts";

/** Actions understood as far as their name; what they do to a portfolio cannot be told from the row. */
const needsReview: Readonly<Record<string, string>> = {
  BRW: "a journal of a security between two currencies",
  NAC: "a change of name or symbol",
  MGR: "a merger",
  RDM: "a redemption",
  LFJ: "a journal entry",
};

/** Books a row that stands for itself: trades, cash movements, transfers. */
export function bookQuestradeAction(row: QuestradeRow, findings: Findings): void {
  if (isOption(row)) {
    const message =
      "The row is an option trade, which is not supported yet. Keep it in mind when you compare the cash.";
    findings.report("unsupported-instrument", row.line, message, "Description");
    return;
  }
  const fields = fieldsOf(row);
  if (fields !== undefined) return bookTransferAware(row, fields, findings);
  const known = needsReview[row.action];
  const what = known === undefined ? `The action "${row.action}" is not known` : `The row is ${known} (${row.action})`;
  findings.report(
    "unknown-action",
    row.line,
    `${what}, so it was not booked. Enter it by hand if it matters.`,
    "Action",
  );
}

function isOption({ symbol, description }: QuestradeRow): boolean {
  return symbol === "" && /^(CALL|PUT)\s/.test(description);
}

function fieldsOf(row: QuestradeRow): DraftFields | undefined {
  switch (row.action) {
    case "BUY":
    case "REI":
      return tradeFields(row, "buy");
    case "SELL":
    case "LIQ":
      return tradeFields(row, "sell");
    case "CIL":
      return row.quantity.isZero() ? cash(row, "dividend") : tradeFields(row, "sell");
    case "CON":
    case "DEP":
      return cash(row, "deposit");
    case "EFT":
      return bySign(row, "deposit", "withdrawal");
    case "INT":
      return bySign(row, "interest", "interest-charge");
    case "FCH":
      return bySign(row, "fee-refund", "fee");
    case "TFI":
    case "TF6":
    case "TFO":
      return transferFields(row);
    default:
      return undefined;
  }
}

function cash(row: QuestradeRow, kind: "deposit" | "dividend"): DraftFields {
  return { ...sharedFields(row), kind, instrument: instrumentIn(row), grossAmount: row.net };
}

function bySign(row: QuestradeRow, positive: DraftFields["kind"], negative: DraftFields["kind"]): DraftFields {
  const kind = row.net.isNegative() ? negative : positive;
  return { ...sharedFields(row), kind, instrument: instrumentIn(row), grossAmount: row.net.abs() };
}

/** Shares come or go without a known other account; cash moves as half a transfer until it is paired. */
function transferFields(row: QuestradeRow): DraftFields {
  if (row.quantity.isZero()) return bySign(row, "transfer-in", "transfer-out");
  const quantity = row.quantity.abs();
  const priced = row.price.greaterThan(0);
  return {
    ...sharedFields(row),
    kind: row.quantity.isNegative() ? "delivery-out" : "delivery-in",
    instrument: instrumentIn(row),
    quantity,
    unitPrice: priced ? row.price : undefined,
    grossAmount: priced ? quantity.times(row.price) : undefined,
  };
}

function bookTransferAware(row: QuestradeRow, fields: DraftFields, findings: Findings): void {
  findings.book(fields);
  if (fields.kind === "buy" || fields.kind === "sell") reportNetDisagreement(row, findings);
  if (fields.kind !== "delivery-in" || fields.grossAmount !== undefined) return;
  const message =
    `${row.quantity.toString()} ${row.symbol} arrive without a cost. ` +
    "Add what they cost, or their cost and gain stay incomplete.";
  findings.report("missing-cost", row.line, message, "Gross Amount");
}

/** Gross and commission are signed as they move cash, so they add up to the net amount that the row states. */
function reportNetDisagreement(row: QuestradeRow, findings: Findings): void {
  const sum = row.gross.plus(row.commission);
  if (row.gross.isZero() || row.net.isZero() || sum.minus(row.net).abs().lessThanOrEqualTo("0.01")) return;
  const message =
    `The net amount ${row.net.toString()} is not gross and commission together (${sum.toString()}). ` +
    "Gross and commission are taken; compare them with the contract note.";
  findings.report("amount-mismatch", row.line, message, "Net Amount");
}
