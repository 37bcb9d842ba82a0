import { isCurrencyCode } from "../../money/currency.ts";

/** The name of a column, made comparable, and the currency it names in parentheses, if any. */
export interface HeaderName {
  readonly name: string;
  readonly currency?: string;
}

/**
 * Makes the text of a header cell comparable: trimmed, case-folded, without byte-order mark, inner blanks single, without
 * a trailing `($)`; a trailing `(GBP)` is taken off and kept.
 */
export function headerName(cell: string): HeaderName {
  const name = folded(cell).replace(/\s*\(\$\)$/, "");
  const currency = /^(.+?)\s*\(([a-z]{3})\)$/.exec(name);
  const code = currency?.[2]?.toUpperCase();
  if (code === undefined || !isCurrencyCode(code)) return { name };
  return { name: currency?.[1] ?? name, currency: code };
}

function folded(cell: string): string {
  return cell.replaceAll("\uFEFF", "").trim().replaceAll(/\s+/g, " ").toLowerCase();
}
