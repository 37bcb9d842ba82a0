import type { DraftFields } from "../../reading/draft-fields.ts";
import { instrumentOf } from "../../reading/instrument-of.ts";
import type { ActivityRow } from "./activity-row.ts";

/** What every draft of a row shares. */
export function activityFieldsOf(
  row: ActivityRow,
): Pick<
  DraftFields,
  "rows" | "tradeDate" | "time" | "settlementDate" | "accountReference" | "currency" | "externalId" | "note"
> {
  return {
    rows: [row.line, ...(row.alsoLines ?? [])],
    tradeDate: row.date,
    time: row.time,
    settlementDate: row.settlementDate,
    accountReference: row.account,
    currency: row.unit?.currency,
    externalId: row.id,
    note: row.description || row.name,
  };
}

/** The instrument of a row; of a row about cash only when it names one by its code. */
export function activityInstrument(row: ActivityRow, about: "units" | "cash" = "units"): DraftFields["instrument"] {
  if (about === "cash" && row.symbol === "" && row.isin === "") return undefined;
  const unit = row.priceUnit ?? row.unit;
  return instrumentOf({
    ticker: row.symbol,
    isin: row.isin,
    name: row.name || row.description,
    currency: unit?.currency,
    quotationUnit: unit?.quotationUnit,
    exchange: row.exchange || undefined,
    assetClass: row.assetClass,
  });
}
