import { cashBalancesOn, type CurrencyCode, Decimal, holdingsOn, type Ledger } from "@portfolio/core";
import { suggestMapping } from "@portfolio/core/intake";
import type { ImportPreview, ImportResult } from "../engine-protocol.ts";
import { dryRun } from "./dry-run.ts";
import { resultOf } from "./import-row-view.ts";
import type { ImportSession } from "./import-session.ts";

/** The picture of a session: what the file is, what each kind of row counts, what would change. */
export function previewOf(session: ImportSession): ImportPreview {
  const { read, file, rows } = session;
  const { before, after } = dryRun(session);
  const counts: Record<ImportResult, number> = { ready: 0, check: 0, duplicate: 0, error: 0, ignored: 0 };
  for (const row of rows) counts[resultOf(row)]++;
  const dates = read.drafts.map(({ tradeDate }) => tradeDate).sort();
  return {
    token: file.importId,
    fileName: file.fileName,
    ...(read.format === undefined ? {} : { format: read.format }),
    ...(read.formatName === undefined ? {} : { formatName: read.formatName }),
    encoding: read.encoding ?? "",
    delimiter: read.delimiter ?? "",
    header: read.header,
    sampleRows: read.sampleRows,
    ...(read.format === undefined && read.header.length > 0 ? { suggestedMapping: suggestMapping(read.header) } : {}),
    rowCount: read.rowCount,
    ...(dates.length === 0 ? {} : { from: dates[0]!, to: dates.at(-1)! }),
    counts,
    selectedCount: rows.filter(({ isSelected }) => isSelected).length,
    fileIssues: read.issues.filter(({ source }) => source.row === undefined),
    accounts: session.accounts.map(({ reference, account, isNew }) => ({ reference, name: account.name, isNew })),
    newInstruments: session.newInstruments.map((instrument) => ({
      label: instrument.ticker ?? instrument.name,
      currency: instrument.currency,
    })),
    cash: changedCash(before, after),
    holdings: changedHoldings(session, before, after),
  };
}

function changedCash(before: Ledger, after: Ledger): ImportPreview["cash"] {
  const sums = (ledger: Ledger): Map<CurrencyCode, Decimal> => {
    const byCurrency = new Map<CurrencyCode, Decimal>();
    for (const { currency, amount } of cashBalancesOn(ledger))
      byCurrency.set(currency, (byCurrency.get(currency) ?? new Decimal(0)).plus(amount));
    return byCurrency;
  };
  const [old, next] = [sums(before), sums(after)];
  return [...next]
    .map(([currency, amount]) => ({
      currency,
      before: (old.get(currency) ?? new Decimal(0)).toString(),
      after: amount.toString(),
    }))
    .filter((change) => change.before !== change.after);
}

function changedHoldings(session: ImportSession, before: Ledger, after: Ledger): ImportPreview["holdings"] {
  const labels = new Map(
    [...session.portfolio.instruments.values(), ...session.newInstruments].map(({ id, ticker, name }) => [
      id,
      ticker ?? name,
    ]),
  );
  const old = new Map(holdingsOn(before).map(({ instrument, quantity }) => [instrument, quantity.toString()]));
  return holdingsOn(after)
    .map(({ instrument, quantity }) => ({
      label: labels.get(instrument) ?? instrument,
      before: old.get(instrument) ?? "0",
      after: quantity.toString(),
    }))
    .filter((change) => change.before !== change.after);
}
