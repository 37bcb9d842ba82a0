import { bookActivities } from "../../brokers/activity/book-activities.ts";
import { activityFieldsOf, activityInstrument } from "../../brokers/activity/activity-fields.ts";
import type { ActivityPreset } from "../../brokers/activity/activity-preset.ts";
import type { ActivityRow } from "../../brokers/activity/activity-row.ts";
import type { RuledRow } from "../../brokers/activity/ruled-row.ts";
import { Decimal } from "../../../numbers/decimal.ts";
import { splitRatio } from "../../reading/ratio.ts";
import type { Findings } from "../../reading/findings.ts";
import { rowOrderOf } from "../../reading/row-order.ts";
import type { DocumentFormat, DocumentReading } from "../document-format.ts";
import { type OfxEffect, ofxEffect } from "./ofx-effects.ts";
import { type OfxElement, textAt } from "./ofx-element.ts";
import { ofxNumber, ofxRow } from "./ofx-row.ts";
import { entriesOf, type OfxEntry, securitiesOf } from "./ofx-statement.ts";
import { parseOfx } from "./parse-ofx.ts";

/** OFX and QFX, statements of investment and bank accounts. Rows are the transactions, counted from 1. */
export const ofx: DocumentFormat = {
  id: "ofx",
  name: "OFX or QFX: account statement",
  recognises: (text) => /^\s*(OFXHEADER:|<\?xml[^>]*>\s*<\?OFX|<\?OFX|<OFX>)/i.test(text.slice(0, 400)),
  read: readOfx,
};

const preset: ActivityPreset = { id: "ofx", name: "OFX", tables: [], signedAmounts: true, signedQuantities: true };

function readOfx(text: string, findings: Findings): DocumentReading | undefined {
  const document = parseOfx(text);
  if (document === undefined) return undefined;
  const entries = entriesOf(document);
  const securities = securitiesOf(document);
  const ruled = entries.flatMap((entry, index) => ruledRows(entry, index + 1, securities, findings));
  bookActivities(ruled, { preset, findings });
  const rows = entries.map((_, index) => ({ line: index + 1, cells: [] }));
  const dates = ruled.map(({ row }) => row.date);
  return { entries: rows, notes: { dateOrder: "YMD", rowOrder: rowOrderOf(dates, "oldest-first") } };
}

function ruledRows(
  entry: OfxEntry,
  line: number,
  securities: ReadonlyMap<string, OfxElement>,
  findings: Findings,
): readonly RuledRow[] {
  const { tag } = entry.element;
  const known = ofxEffect(entry.element);
  if (known?.effect === "ignored") return told("ignored-row", journal);
  if (known?.effect === "unsupported") return told("unsupported-instrument", option);
  if (known === undefined)
    return told(
      "unknown-action",
      `"${tag}" of this type is not known, so it was not booked. Enter it by hand if it matters.`,
    );
  const row = ofxRow(entry, known, line, securities, findings);
  return row === undefined ? [] : eventsOf(row, known, entry.element, findings);

  function told(code: Parameters<Findings["report"]>[0], message: string): readonly [] {
    findings.report(code, line, message, tag);
    return [];
  }
}

const journal = "Cash or units moved inside the account, so the row was left out. Nothing to do.";
const option = "The row is about an option, which is not supported yet. Keep its cash in mind when you compare.";

function eventsOf(
  row: ActivityRow,
  { effect }: OfxEffect,
  element: OfxElement,
  findings: Findings,
): readonly RuledRow[] {
  if (effect === "ratio-split") {
    bookSplit(row, element, findings);
    return [];
  }
  if (effect !== "reinvested") return [{ row: signed(row, effect), effect }];
  const paid = row.net?.abs();
  const noFee = { fee: new Decimal(0), quantity: undefined, price: undefined };
  return [
    { row: { ...row, ...noFee, gross: paid?.plus(row.tax), net: undefined }, effect: "dividend" },
    { row: { ...row, net: paid?.negated(), tax: new Decimal(0) }, effect: "buy" },
  ];
}

/** Expenses and margin interest are costs, however they are signed; a trade taken back takes back its charges. */
function signed(row: ActivityRow, effect: OfxEffect["effect"]): ActivityRow {
  const isCost = row.action === "invexpense" || effect === "interest-charge";
  if (isCost) return { ...row, net: row.net?.abs().negated() };
  const usual = effect === "buy" ? -1 : effect === "sell" ? 1 : 0;
  const takenBack = row.net?.times(usual).isNegative() === true && row.quantity?.times(usual).isPositive() === true;
  return takenBack ? { ...row, fee: row.fee.negated(), tax: row.tax.negated() } : row;
}

function bookSplit(row: ActivityRow, element: OfxElement, findings: Findings): void {
  const [after, before] = ["NUMERATOR", "DENOMINATOR"].map((tag) => ofxNumber(textAt(element, tag)));
  const ratio = after && before ? splitRatio(after, before) : undefined;
  const instrument = activityInstrument(row);
  if (ratio === undefined) return findings.report("unknown-action", row.line, noRatio, "NUMERATOR");
  findings.book({ ...activityFieldsOf(row), currency: undefined, kind: "split", instrument, ratio });
}

const noRatio = "The split does not say its ratio. Enter it by hand.";
