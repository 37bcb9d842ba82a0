import { cashEffectOf } from "@portfolio/core";
import type { ImportResult, ImportRowView } from "../engine-protocol.ts";
import type { ImportRow, ImportSession } from "./import-session.ts";

/** A window of the rows of one result. */
export function rowsOf(
  session: ImportSession,
  filter: ImportResult | "all",
  offset: number,
  limit: number,
): ImportRowView[] {
  const wanted = filter === "all" ? session.rows : session.rows.filter((row) => resultOf(row) === filter);
  return wanted.slice(offset, offset + limit).map((row) => viewOf(row));
}

/** What becomes of a row as it stands: duplicates first, then what is wrong with it. */
export function resultOf(row: ImportRow): ImportResult {
  if (row.repeats !== undefined && !row.isSelected) return "duplicate";
  const issues = [...row.readIssues, ...row.ledgerIssues];
  if (row.transaction === undefined) return issues.some(({ severity }) => severity !== "notice") ? "error" : "ignored";
  if (issues.some(({ severity }) => severity === "error")) return "error";
  return issues.some(({ severity }) => severity === "warning") ? "check" : "ready";
}

function viewOf(row: ImportRow): ImportRowView {
  const { draft } = row;
  const label = draft?.instrument?.ticker ?? draft?.instrument?.name ?? draft?.instrument?.isin;
  const net = row.transaction && cashEffectOf(row.transaction);
  return {
    index: row.index,
    lines: row.lines,
    result: resultOf(row),
    isSelected: row.isSelected,
    ...(draft === undefined ? {} : { kind: draft.kind, date: draft.tradeDate }),
    ...(label === undefined ? {} : { instrumentLabel: label }),
    ...(draft?.quantity === undefined ? {} : { quantity: draft.quantity }),
    ...(draft?.unitPrice === undefined ? {} : { unitPrice: draft.unitPrice }),
    ...(draft?.priceCurrency === undefined ? {} : { priceCurrency: draft.priceCurrency }),
    ...(draft?.feeAmount === undefined ? {} : { feeAmount: draft.feeAmount }),
    ...(net === undefined ? {} : { netAmount: net }),
    ...(draft?.currency === undefined ? {} : { currency: draft.currency }),
    issues: [...row.readIssues, ...row.ledgerIssues],
    ...(row.repeats === undefined ? {} : { repeats: row.repeats }),
  };
}
