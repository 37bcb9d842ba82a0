import type { Findings } from "../../reading/findings.ts";
import { inCurrency, type Trading212Row } from "./trading-212-row.ts";
import { rowFields, rowInstrument } from "./trading-212-trade.ts";

/** Books shares that arrive or leave without cash; an arrival without a price has no cost. */
export function bookTrading212Delivery(
  row: Trading212Row,
  kind: "delivery-in" | "delivery-out",
  findings: Findings,
): void {
  const quantity = row.shares?.abs();
  const priced = row.price?.amount.greaterThan(0) === true ? row.price : undefined;
  const unitPrice = priced === undefined ? undefined : inCurrency(priced);
  findings.book({
    ...rowFields(row),
    kind,
    instrument: rowInstrument(row),
    quantity,
    unitPrice,
    currency: row.price?.unit.currency ?? row.total?.unit.currency,
    grossAmount: quantity === undefined ? undefined : unitPrice?.times(quantity),
  });
  if (kind === "delivery-out" || unitPrice !== undefined || quantity === undefined) return;
  const message = `${quantity.toString()} ${row.ticker} arrive without a cost. Add what they cost, or their gain stays incomplete.`;
  findings.report("missing-cost", row.line, message, "Price / share");
}
