import {
  type Account,
  cashBalancesOn,
  type CurrencyCode,
  Decimal,
  holdingsOn,
  type Instrument,
  type InstrumentReference,
  type Issue,
  type Ledger,
  packTransactions,
  type Transaction,
  type TransactionDraft,
} from "@portfolio/core";
import { draftKeys, type IntakeResult, suggestMapping } from "@portfolio/core/intake";
import type { ImportBatch, ImportCommit, TransactionRow } from "@portfolio/storage";
import { type LoadedPortfolio, ledgerOf } from "./computed-portfolio.ts";
import { netAmountOf } from "./net-amount.ts";
import type { ImportFile, ImportPreview, ImportResult, ImportRowView } from "./engine-protocol.ts";

/** One line of an import: a draft with what it resolves to, or an issue without a draft. */
interface ImportRow {
  readonly index: number;
  readonly lines: readonly number[];
  readonly draft: TransactionDraft | undefined;
  readonly transaction: Transaction | undefined;
  readonly importKey: string;
  readonly repeats: string | undefined;
  readonly readIssues: readonly Issue[];
  ledgerIssues: readonly Issue[];
  isSelected: boolean;
}

/** What a file resolves to before anything is stored. */
export interface ImportSession {
  readonly file: ImportFile;
  readonly read: IntakeResult;
  readonly rows: readonly ImportRow[];
  readonly accounts: readonly { readonly reference: string; readonly account: Account; readonly isNew: boolean }[];
  readonly newInstruments: readonly Instrument[];
  readonly portfolio: LoadedPortfolio;
  readonly existing: readonly TransactionRow[];
  readonly baseCurrency: CurrencyCode;
}

/** What the dry run needs to know of earlier imports. */
export interface ImportSurroundings {
  readonly portfolio: LoadedPortfolio;
  readonly existing: readonly TransactionRow[];
  readonly baseCurrency: CurrencyCode;
  readonly batches: readonly ImportBatch[];
  readonly knownKeys: ReadonlyMap<string, TransactionRow>;
}

/** The keys by which a later import of the same lines is recognised: format, account, then the draft's own key. */
export function importKeysOf(read: IntakeResult): string[] {
  return draftKeys(read.drafts).map(
    (key, i) => `${read.format ?? "mapped-csv"}|${read.drafts[i]!.accountReference ?? ""}|${key}`,
  );
}

/** Resolves a file that was read against the portfolio: accounts, instruments, duplicates, and a dry run. */
export function startImport(
  file: ImportFile,
  read: IntakeResult,
  keys: readonly string[],
  surroundings: ImportSurroundings,
): ImportSession {
  const resolver = new Resolver(file, read, surroundings.portfolio);
  const fileNames = new Map(
    surroundings.batches.map(({ id, fileName, importedAt }) => [id, `${fileName}, ${importedAt.slice(0, 10)}`]),
  );
  const issuesByLine = issuesOfLines(read.issues);
  const rows: ImportRow[] = read.drafts.map((draft, i) => {
    const repeated = surroundings.knownKeys.get(keys[i]!);
    const readIssues = draft.rows.flatMap((line) => issuesByLine.get(line) ?? []);
    for (const line of draft.rows) issuesByLine.delete(line);
    return {
      index: i,
      lines: draft.rows,
      draft,
      transaction: resolver.transactionOf(draft, i),
      importKey: keys[i]!,
      repeats: repeated && (fileNames.get(repeated.batchId ?? "") ?? "entered by hand"),
      readIssues,
      ledgerIssues: [],
      isSelected: repeated === undefined,
    };
  });
  // Lines that became no transaction stand beside the others with the reason.
  for (const [line, issues] of issuesByLine) {
    rows.push({
      index: rows.length,
      lines: [line],
      draft: undefined,
      transaction: undefined,
      importKey: "",
      repeats: undefined,
      readIssues: issues,
      ledgerIssues: [],
      isSelected: false,
    });
  }
  const session: ImportSession = {
    file,
    read,
    rows,
    accounts: resolver.accounts,
    newInstruments: resolver.newInstruments,
    portfolio: surroundings.portfolio,
    existing: surroundings.existing,
    baseCurrency: surroundings.baseCurrency,
  };
  const first = dryRun(session);
  // What the ledger would refuse is not taken over unasked.
  for (const row of rows) if (row.ledgerIssues.some(({ severity }) => severity === "error")) row.isSelected = false;
  if (first.after.issues.length > 0) dryRun(session);
  return session;
}

/** Chooses rows in or out and looks again at what would change. */
export function selectRows(session: ImportSession, indexes: readonly number[], isSelected: boolean): void {
  for (const index of indexes) {
    const row = session.rows[index];
    if (row?.transaction !== undefined) row.isSelected = isSelected;
  }
}

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

/** Everything the session would write, in one piece. */
export function commitOf(session: ImportSession, importedAt: string): ImportCommit {
  const selected = session.rows.filter(
    (row): row is ImportRow & { transaction: Transaction } => row.isSelected && row.transaction !== undefined,
  );
  const transactions = selected.map(({ transaction, importKey }) => ({ transaction, importKey }));
  const usedAccounts = new Set(selected.map(({ transaction }) => transaction.account));
  const usedInstruments = new Set(selected.flatMap(({ transaction }) => instrumentIdsOf(transaction)));
  const accounts = session.accounts.filter(({ account }) => usedAccounts.has(account.id));
  const instruments = session.newInstruments.filter(({ id }) => usedInstruments.has(id));
  const dates = transactions.map(({ transaction }) => transaction.tradeDate).sort();
  return {
    batch: {
      id: session.file.importId,
      fileName: session.file.fileName,
      format: session.read.format ?? "mapped-csv",
      importedAt,
      transactionCount: transactions.length,
      skippedCount: session.rows.length - transactions.length,
      ...(dates.length === 0 ? {} : { from: dates[0]!, to: dates.at(-1)! }),
      accountIds: accounts.filter(({ isNew }) => isNew).map(({ account }) => account.id),
      instrumentIds: instruments.map(({ id }) => id),
    },
    accounts: accounts.map(({ account }) => account),
    instruments,
    transactions,
  };
}

/** Replays what is there with and without the selected rows, and hands each row the issues it would raise. */
function dryRun(session: ImportSession): { before: Ledger; after: Ledger } {
  const { existing, newInstruments, baseCurrency, rows } = session;
  const instruments = new Map([
    ...session.portfolio.instruments,
    ...newInstruments.map((instrument) => [instrument.id, instrument] as const),
  ]);
  const portfolio = { ...session.portfolio, instruments };
  const candidates = rows.filter(
    (row) => row.transaction !== undefined && (row.isSelected || row.repeats === undefined),
  );
  const added = candidates.filter(({ isSelected }) => isSelected).map(({ transaction }) => transaction!);
  const before = ledgerOf(session.portfolio, baseCurrency);
  const after = ledgerOf(portfolio, baseCurrency, packTransactions([...existing, ...added]));
  const byTransaction = Map.groupBy(after.issues, ({ source }) => source.transactionId);
  for (const row of candidates) {
    if (row.isSelected) row.ledgerIssues = byTransaction.get(row.transaction!.id) ?? [];
  }
  return { before, after };
}

function resultOf(row: ImportRow): ImportResult {
  if (row.repeats !== undefined && !row.isSelected) return "duplicate";
  const issues = [...row.readIssues, ...row.ledgerIssues];
  if (row.transaction === undefined) return issues.some(({ severity }) => severity !== "notice") ? "error" : "ignored";
  if (issues.some(({ severity }) => severity === "error")) return "error";
  return issues.some(({ severity }) => severity === "warning") ? "check" : "ready";
}

function viewOf(row: ImportRow): ImportRowView {
  const { draft } = row;
  const label = draft?.instrument?.ticker ?? draft?.instrument?.isin ?? draft?.instrument?.name;
  const net = row.transaction && netAmountOf(row.transaction);
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

function issuesOfLines(issues: readonly Issue[]): Map<number, Issue[]> {
  const byLine = new Map<number, Issue[]>();
  for (const issue of issues) {
    const line = issue.source.row;
    if (line === undefined) continue;
    const known = byLine.get(line);
    if (known === undefined) byLine.set(line, [issue]);
    else known.push(issue);
  }
  return byLine;
}

function instrumentIdsOf(transaction: Transaction): string[] {
  const ids = [];
  if ("instrument" in transaction && transaction.instrument !== undefined) ids.push(transaction.instrument);
  if ("toInstrument" in transaction) ids.push(transaction.toInstrument);
  return ids;
}

/** Finds or makes the accounts and instruments that drafts name. Ids come from the import's own id: no randomness here. */
class Resolver {
  readonly accounts: { reference: string; account: Account; isNew: boolean }[] = [];
  readonly newInstruments: Instrument[] = [];
  readonly #file: ImportFile;
  readonly #read: IntakeResult;
  readonly #known: readonly Instrument[];
  readonly #existingAccounts: readonly Account[];

  constructor(file: ImportFile, read: IntakeResult, portfolio: LoadedPortfolio) {
    this.#file = file;
    this.#read = read;
    this.#known = [...portfolio.instruments.values()];
    this.#existingAccounts = portfolio.accounts;
  }

  transactionOf(draft: TransactionDraft, index: number): Transaction {
    const {
      rows: _rows,
      accountReference,
      instrument,
      toInstrument,
      priceCurrency: _price,
      externalId: _external,
      ...fields
    } = draft;
    return {
      ...fields,
      id: `${this.#file.importId}-${index + 1}`,
      account: this.#accountOf(accountReference ?? "").id,
      ...(instrument === undefined ? {} : { instrument: this.#instrumentOf(instrument, draft).id }),
      ...(toInstrument === undefined ? {} : { toInstrument: this.#instrumentOf(toInstrument, draft).id }),
    } as Transaction;
  }

  #accountOf(reference: string): Account {
    const seen = this.accounts.find((known) => known.reference === reference);
    if (seen !== undefined) return seen.account;
    const externalId = `${this.#read.format ?? "mapped-csv"}:${reference}`;
    const existing = this.#existingAccounts.find(({ externalIds }) => externalIds?.includes(externalId) === true);
    const account = existing ?? this.#newAccount(reference, externalId);
    this.accounts.push({ reference, account, isNew: existing === undefined });
    return account;
  }

  #newAccount(reference: string, externalId: string): Account {
    const broker = this.#read.formatName?.split(":")[0] ?? this.#file.fileName.replace(/\.[^.]*$/, "");
    return {
      id: `${this.#file.importId}-account-${this.accounts.length + 1}`,
      name: reference === "" ? broker : `${broker} ${reference}`,
      currency:
        mostFrequent(
          this.#read.drafts
            .filter((draft) => (draft.accountReference ?? "") === reference)
            .map(({ currency }) => currency),
        ) ?? "USD",
      externalIds: [externalId],
    };
  }

  #instrumentOf(reference: InstrumentReference, draft: TransactionDraft): Instrument {
    const currency =
      reference.currency ?? draft.priceCurrency ?? this.#tradeCurrency(reference) ?? draft.currency ?? "USD";
    const isSame = (known: Instrument): boolean =>
      reference.isin !== undefined && known.isin !== undefined
        ? reference.isin === known.isin
        : reference.ticker !== undefined
          ? known.ticker === reference.ticker && known.currency === currency
          : known.name === reference.name && known.currency === currency;
    const found = this.#known.find(isSame) ?? this.newInstruments.find(isSame);
    if (found !== undefined) return found;
    const instrument: Instrument = {
      id: `${this.#file.importId}-instrument-${this.newInstruments.length + 1}`,
      name: reference.name ?? reference.ticker ?? reference.isin ?? "Unnamed instrument",
      currency,
      ...(reference.ticker === undefined ? {} : { ticker: reference.ticker }),
      ...(reference.isin === undefined ? {} : { isin: reference.isin }),
      ...(reference.quotationUnit === undefined ? {} : { quotationUnit: reference.quotationUnit }),
      ...(reference.assetClass === undefined ? {} : { assetClass: reference.assetClass }),
    };
    this.newInstruments.push(instrument);
    return instrument;
  }

  /** A dividend may be paid in another currency than the share trades in: the trades decide. */
  #tradeCurrency(reference: InstrumentReference): CurrencyCode | undefined {
    const trades = this.#read.drafts.filter(
      ({ kind, instrument }) =>
        (kind === "buy" || kind === "sell" || kind === "delivery-in") &&
        (reference.isin === undefined ? instrument?.ticker === reference.ticker : instrument?.isin === reference.isin),
    );
    return mostFrequent(trades.map((draft) => draft.instrument?.currency ?? draft.priceCurrency ?? draft.currency));
  }
}

function mostFrequent(values: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
