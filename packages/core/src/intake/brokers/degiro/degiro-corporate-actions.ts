import type { TransactionDraft } from "../../../transactions/transaction-draft.ts";
import { Decimal } from "../../../numbers/decimal.ts";
import type { Findings } from "../../reading/findings.ts";
import { grouped } from "../../reading/grouped.ts";
import { heldAtStartOf } from "../../reading/held-quantity.ts";
import { instrumentKey } from "../../reading/instrument-of.ts";
import { splitRatio } from "../../reading/ratio.ts";
import { degiroFields, degiroInstrument } from "./degiro-fields.ts";
import type { DegiroRow } from "./degiro-row.ts";
import type { DegiroTradeText } from "./degiro-trade-text.ts";

type ActionRow = DegiroRow & { readonly trade: DegiroTradeText };

/**
 * Books corporate actions, which stand as a sale and a purchase after a word and a colon; their amounts are no cash.
 *
 * A product change with the same quantity and price is a `symbol-change`; a split has the ratio new / old; a dividend in
 * shares is a split by the shares it adds.
 */
export function bookDegiroActions(
  rows: readonly ActionRow[],
  drafts: readonly TransactionDraft[],
  findings: Findings,
): void {
  for (const group of grouped(rows, ({ date, time, trade }) => `${date} ${time} ${trade.occasion}`).values()) {
    const gone = group.filter(({ trade }) => trade.side === "sell");
    const came = group.filter(({ trade }) => trade.side === "buy");
    for (const from of gone) {
      const to = came.splice(
        Math.max(
          0,
          came.findIndex((row) => belongs(from, row)),
        ),
        1,
      )[0];
      if (to === undefined) reportLone(from, findings);
      else bookPair(from, to, findings);
    }
    for (const row of came) bookArrival(row, drafts, findings);
  }
}

function belongs(from: ActionRow, to: ActionRow): boolean {
  if (from.isin === to.isin) return true;
  return from.trade.quantity.equals(to.trade.quantity) && from.trade.price.equals(to.trade.price);
}

function bookPair(from: ActionRow, to: ActionRow, findings: Findings): void {
  const shared = { ...degiroFields(from), rows: [...from.lines, ...to.lines], instrument: degiroInstrument(from) };
  const toInstrument = degiroInstrument(to);
  const ratio = splitRatio(to.trade.quantity, from.trade.quantity);
  const sameUnits = from.trade.quantity.equals(to.trade.quantity);
  if (/MERGER|FUSIE|FUSION/.test(from.trade.occasion) && from.isin !== to.isin) {
    findings.book({ ...shared, kind: "merger", toInstrument, quantity: to.trade.quantity, ratio });
    return;
  }
  if (!sameUnits) findings.book({ ...shared, kind: "split", ratio });
  if (from.isin !== to.isin) findings.book({ ...shared, kind: "symbol-change", toInstrument });
  if (sameUnits && from.isin === to.isin) {
    const message = "The row and its counterpart change nothing: same instrument, same quantity. Nothing to do.";
    for (const line of shared.rows) findings.report("ignored-row", line, message);
  }
}

function bookArrival(row: ActionRow, drafts: readonly TransactionDraft[], findings: Findings): void {
  const isStockDividend = /STOCK DIVIDEND|DIVIDEND/.test(row.trade.occasion) && !(row.cash?.amount.isZero() === false);
  const instrument = degiroInstrument(row);
  const held = isStockDividend ? heldAtStartOf(row.date, instrumentKey(instrument), drafts) : new Decimal(0);
  const ratio = splitRatio(held.plus(row.trade.quantity), held);
  if (ratio === undefined) reportLone(row, findings);
  else findings.book({ ...degiroFields(row), kind: "split", instrument, ratio });
}

function reportLone(row: ActionRow, findings: Findings): void {
  const message =
    `What "${row.trade.occasion}" did to the holding cannot be told from this file alone. ` +
    "Enter it by hand, or import a range that holds the purchases and both rows.";
  for (const line of row.lines) findings.report("unknown-action", line, message);
}
