import type { PortfolioContent } from "@portfolio/storage";

/** The format of the readable export: named in the file, and the only one that is read back. */
export const exportFormat: string = "portfolio-export/1";

/** Settings that belong to the portfolio. The price server and its token belong to the device and stay there. */
export const exportedSettings: readonly string[] = ["baseCurrency", "riskFreeRate"];

/** A portfolio's content as readable JSON: the same content gives the same bytes. */
export function exportText(content: PortfolioContent): string {
  const { accounts, instruments, imports, manualPrices, transactions, settings } = content;
  const { taxonomies, targetAllocations, goals, notes, watchlist } = content;
  const plans = { taxonomies, targetAllocations, goals, notes, watchlist };
  const records = { accounts, instruments, imports, manualPrices, ...plans, transactions };
  const ordered = { format: exportFormat, settings, ...records };
  return JSON.stringify(ordered, undefined, 2);
}
