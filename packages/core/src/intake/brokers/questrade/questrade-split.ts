import type { TransactionDraft } from "../../../transactions/transaction-draft.ts";
import { parseNumber } from "../../csv/number-style.ts";
import type { Findings } from "../../reading/findings.ts";
import { heldAtStartOf } from "../../reading/held-quantity.ts";
import { instrumentKey } from "../../reading/instrument-of.ts";
import { splitRatio } from "../../reading/ratio.ts";
import type { QuestradeRow } from "./questrade-row.ts";
import { instrumentIn, sharedFields } from "./questrade-trade.ts";

/**
 * Books a split or a dividend in shares, which Questrade gives as shares added.
 *
 * The shares held before stand in the text (`ON 30 SHS`); where they do not, they are added up from this file.
 */
export function bookQuestradeSplit(row: QuestradeRow, drafts: readonly TransactionDraft[], findings: Findings): void {
  const instrument = instrumentIn(row);
  const printed = / ON ([\d.,]+) SHS/.exec(row.description)?.[1];
  const stated = printed === undefined ? undefined : parseNumber(printed, "point");
  const held = stated ?? heldAtStartOf(row.tradeDate, instrumentKey(instrument), drafts);
  const ratio = row.quantity.isZero() ? undefined : splitRatio(held.plus(row.quantity), held);
  if (ratio === undefined || instrument === undefined) {
    const message =
      `${row.quantity.toString()} shares were added by a split, but the file does not tell how many were held before. ` +
      "Enter the split by hand with its ratio, or import the file with the purchases too.";
    findings.report("unknown-action", row.line, message, "Quantity");
    return;
  }
  findings.book({ ...sharedFields(row), currency: undefined, kind: "split", instrument, ratio });
}
