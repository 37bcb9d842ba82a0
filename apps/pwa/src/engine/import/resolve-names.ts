import {
  type Account,
  type CurrencyCode,
  type Instrument,
  type InstrumentReference,
  type Transaction,
  type TransactionDraft,
} from "@portfolio/core";
import { type TransactionFault, validateTransaction } from "@portfolio/core/intake";
import type { IntakeResult } from "@portfolio/core/intake";
import type { LoadedPortfolio } from "../computed-portfolio.ts";
import type { ImportFile } from "../engine-protocol.ts";

/** Finds or makes the accounts and instruments that drafts name. Ids come from the import's own id: no randomness here. */
export class NameResolver {
  readonly accounts: { reference: string; account: Account; isNew: boolean }[] = [];
  readonly newInstruments: Instrument[] = [];
  readonly #file: ImportFile;
  readonly #read: IntakeResult;
  readonly #known: readonly Instrument[];
  readonly #existingAccounts: readonly Account[];

  constructor(file: ImportFile, read: IntakeResult, portfolio: Pick<LoadedPortfolio, "accounts" | "instruments">) {
    this.#file = file;
    this.#read = read;
    this.#known = [...portfolio.instruments.values()];
    this.#existingAccounts = portfolio.accounts;
  }

  /** The draft as a transaction; a fault when a field that its kind needs is missing or unreadable. */
  transactionOf(draft: TransactionDraft, index: number): Transaction | TransactionFault {
    const {
      rows: _rows,
      accountReference,
      instrument,
      toInstrument,
      priceCurrency: _price,
      externalId: _external,
      ...fields
    } = draft;
    const candidate = {
      ...fields,
      id: `${this.#file.importId}-${index + 1}`,
      account: this.#accountOf(accountReference ?? "").id,
      ...(instrument === undefined ? {} : { instrument: this.#instrumentOf(instrument, draft).id }),
      ...(toInstrument === undefined ? {} : { toInstrument: this.#instrumentOf(toInstrument, draft).id }),
    };
    return validateTransaction(candidate) ?? (candidate as Transaction);
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
