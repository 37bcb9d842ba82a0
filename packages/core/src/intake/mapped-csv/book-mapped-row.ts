import type { Decimal } from "../../numbers/decimal.ts";
import type { TransactionKind } from "../../transactions/transaction-kind.ts";
import type { DraftFields } from "../reading/draft-fields.ts";
import type { Findings } from "../reading/findings.ts";
import { instrumentOf } from "../reading/instrument-of.ts";
import { readRatio } from "../reading/ratio.ts";
import type { MappedRow } from "./mapped-row.ts";

/** Kinds a row of a mapped file can become. */
const bookable: ReadonlySet<TransactionKind> = new Set<TransactionKind>([
  "buy",
  "sell",
  "delivery-in",
  "delivery-out",
  "transfer-in",
  "transfer-out",
  "dividend",
  "return-of-capital",
  "interest",
  "interest-charge",
  "fee",
  "fee-refund",
  "tax",
  "tax-refund",
  "deposit",
  "withdrawal",
  "split",
]);

const reversible: ReadonlySet<TransactionKind> = new Set<TransactionKind>(["dividend", "return-of-capital", "deposit"]);

/** Kinds that bring cash, less fee and tax. */
const incoming: ReadonlySet<TransactionKind> = new Set<TransactionKind>([
  "sell",
  "dividend",
  "return-of-capital",
  "interest",
  "deposit",
  "transfer-in",
  "fee-refund",
  "tax-refund",
]);

/**
 * Books a row of a mapped file.
 *
 * The kind gives the direction, so signs do not matter; only a negative dividend or deposit is a correction and negative
 * interest a charge. The gross amount is the one given, else the net amount without fee and tax, else quantity times
 * price; a fee that stands in the fee column alone is the amount of a `fee` row.
 */
export function bookMappedRow(row: MappedRow, findings: Findings): void {
  if (!bookable.has(row.kind)) {
    const message = `A ${row.kind} needs more than a row of this file can say. Enter it by hand.`;
    return findings.report("unsupported-kind", row.line, message);
  }
  if (row.kind === "split") return bookSplit(row, findings);
  const gross = grossOf(row);
  if (gross === undefined && !isMove(row.kind)) {
    const message = "The row has no amount, nor a quantity and a price to make one from. Map the column that holds it.";
    return findings.report("invalid-cell", row.line, message);
  }
  const negative = gross?.isNegative() === true && !gross.isZero();
  const kind = row.kind === "interest" && negative ? "interest-charge" : row.kind;
  const asFee = (row.kind === "fee" || row.kind === "tax") && row.gross === undefined && row.net === undefined;
  const signed = (amount: Decimal | undefined): Decimal | undefined =>
    negative && reversible.has(kind) ? amount?.negated() : amount;
  findings.book({
    ...sharedFields(row),
    kind,
    quantity: hasQuantity(kind) ? row.quantity?.abs() : undefined,
    unitPrice: hasQuantity(kind) ? row.price : undefined,
    currency: row.unit.currency,
    grossAmount: signed(gross?.abs()),
    feeAmount: asFee ? undefined : signed(row.fee),
    taxAmount: asFee ? undefined : signed(row.tax),
  });
  reportMissingCost(row, gross, findings);
}

function sharedFields(row: MappedRow): Omit<DraftFields, "kind"> {
  const { currency, quotationUnit } = row.unit;
  const named = { ticker: row.text("ticker"), isin: row.text("isin"), name: row.text("name") };
  const isCash = row.kind === "deposit" || row.kind === "withdrawal";
  const time = /^\d{1,2}:\d{2}(:\d{2})?$/.test(row.text("time")) ? row.text("time").padStart(5, "0") : row.date.time;
  return {
    rows: [row.line],
    tradeDate: row.date.date,
    time,
    settlementDate: row.settlementDate,
    accountReference: row.text("account"),
    instrument:
      isCash || (!named.ticker && !named.isin && !hasQuantity(row.kind) && row.kind !== "dividend")
        ? undefined
        : instrumentOf({ ...named, currency, quotationUnit }),
    externalId: row.text("externalId"),
    note: row.text("note"),
  };
}

function hasQuantity(kind: TransactionKind): boolean {
  return kind === "buy" || kind === "sell" || isMove(kind);
}

function isMove(kind: TransactionKind): boolean {
  return kind === "delivery-in" || kind === "delivery-out" || kind === "transfer-in" || kind === "transfer-out";
}

function grossOf(row: MappedRow): Decimal | undefined {
  const { quantity, price, gross, net, fee, tax } = row;
  if (gross !== undefined) return gross;
  if (net !== undefined) return grossOfNet(net, [fee, tax], incoming.has(row.kind));
  const product = quantity === undefined || price === undefined ? undefined : quantity.times(price);
  if (row.kind === "fee") return product === undefined || product.isZero() ? fee : product;
  return row.kind === "tax" && product === undefined ? tax : product;
}

function grossOfNet(net: Decimal, charges: readonly (Decimal | undefined)[], comesIn: boolean): Decimal {
  const charged = charges.reduce((sum: Decimal, charge) => sum.plus(charge ?? 0), net.times(0));
  const amount = comesIn ? net.abs().plus(charged) : net.abs().minus(charged);
  return net.isNegative() ? amount.negated() : amount;
}

function bookSplit(row: MappedRow, findings: Findings): void {
  const shared = sharedFields(row);
  const ratio = readRatio(row.text("ratio")) ?? readRatio(row.text("note"));
  const instrument = instrumentOf({ ticker: row.text("ticker"), isin: row.text("isin"), name: row.text("name") });
  if (ratio !== undefined && instrument !== undefined)
    return findings.book({ ...shared, kind: "split", instrument, ratio });
  const message =
    "The split lacks a ratio such as 4:1 or its instrument. Map the columns that hold them, or enter it by hand.";
  findings.report("invalid-cell", row.line, message);
}

function reportMissingCost(row: MappedRow, gross: Decimal | undefined, findings: Findings): void {
  if (row.kind !== "delivery-in" || (gross !== undefined && !gross.isZero())) return;
  findings.report(
    "missing-cost",
    row.line,
    "Units arrive without a cost. Add what they cost, or their gain stays incomplete.",
  );
}
