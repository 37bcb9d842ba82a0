import type { DraftFields } from "../../reading/draft-fields.ts";
import { instrumentOf } from "../../reading/instrument-of.ts";
import type { DegiroRow } from "./degiro-row.ts";

/** What every draft of a row shares. */
export function degiroFields(
  row: DegiroRow,
): Pick<DraftFields, "rows" | "tradeDate" | "time" | "settlementDate" | "note"> {
  const time = /^\d{2}:\d{2}/.test(row.time) ? row.time : undefined;
  return { rows: row.lines, tradeDate: row.date, time, settlementDate: row.settlementDate, note: row.description };
}

/** The instrument of a row; undefined for cash. */
export function degiroInstrument(row: DegiroRow): DraftFields["instrument"] {
  const { currency, quotationUnit } = row.trade?.unit ?? {};
  return instrumentOf({ isin: row.isin, name: row.product, currency, quotationUnit });
}
