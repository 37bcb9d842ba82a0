import type { EpochDay, PlainDate } from "../calendar/plain-date.ts";
import type { RateTable } from "../fx/exchange-rate.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { DecimalString } from "../numbers/decimal.ts";
import type { Issue } from "../outcome/issue.ts";
import type { AccountId, CostBasisMethod } from "../transactions/account.ts";
import type { TransactionId } from "../transactions/transaction.ts";
import type { TransactionColumns } from "../transactions/transaction-columns.ts";
import type { InstrumentLedger } from "./holding-history.ts";
import type { LedgerOptions } from "./ledger-options.ts";

/** What a replay needs: everything is an argument, nothing is looked up elsewhere. */
export interface LedgerInput {
  readonly columns: TransactionColumns;
  /** The currency each instrument is priced and kept in. An instrument that is not here is unknown. */
  readonly instrumentCurrencies: ReadonlyMap<InstrumentId, CurrencyCode>;
  readonly baseCurrency: CurrencyCode;
  readonly rates: RateTable;
  /** The cost-basis method of every account that has none of its own in `methods`. Default: average cost. */
  readonly method?: CostBasisMethod;
  readonly methods?: ReadonlyMap<AccountId, CostBasisMethod>;
  readonly options?: Partial<LedgerOptions>;
  /** Transactions more than a year later are held back, with an issue; not looked at without it. */
  readonly today?: PlainDate;
  /** Market value, in the instrument's currency, of deliveries out that state no amount. */
  readonly deliveryValues?: ReadonlyMap<TransactionId, DecimalString>;
  /** Closes on the day of mergers and spin-offs that state no cost proportion. */
  readonly reorganizationCloses?: ReadonlyMap<TransactionId, ReorganizationCloses>;
}

/** Closes of the two instruments of a corporate action, each in its own currency, as far as they are known. */
export interface ReorganizationCloses {
  readonly instrument?: DecimalString;
  readonly toInstrument?: DecimalString;
}

/** An issue of a transaction, and its row in the columns. */
export interface FoundIssue {
  readonly row: number;
  readonly issue: Issue;
}

/** How a ledger came out of the one before it: whose effect was undone, and who has one now. */
export interface LedgerChange {
  /** Stands for the ledger before; only to be compared. */
  readonly from: object;
  readonly undone: readonly number[];
  readonly done: readonly number[];
}

/**
 * The replayed result of all transactions: holdings with their whole history, and what could not be applied.
 *
 * Internal shape (integers at stated scales, rows of the columns): ask `holdingsOn`, `cashBalancesOn`, `realizedGain`
 * and the like for public figures.
 */
export interface Ledger {
  /** Stands for this ledger in {@link LedgerChange.from}. */
  readonly token: object;
  /** Undefined for a ledger that was replayed whole. */
  readonly change?: LedgerChange;
  readonly columns: TransactionColumns;
  readonly baseCurrency: CurrencyCode;
  /** Currency of each instrument position; undefined for an unknown instrument. */
  readonly currencyOf: readonly (CurrencyCode | undefined)[];
  readonly rates: RateTable;
  readonly options: LedgerOptions;
  /** Transactions after it are held back. */
  readonly lastDay: EpochDay;
  /** The cost-basis method of each account, by its position. */
  readonly methods: readonly CostBasisMethod[];
  /** 1 for a row without any effect: removed, oversold, of an unknown instrument, or of a date that cannot be. */
  readonly rejected: Uint8Array;
  /** For each half of a transfer the row of the other half, -1 for all other rows. */
  readonly otherHalf: Int32Array;
  /** Cash taken as the value of deliveries out that state none, by row, in the instrument's currency. */
  readonly deliveryValues: ReadonlyMap<number, DecimalString>;
  readonly reorganizationCloses: ReadonlyMap<number, ReorganizationCloses>;
  readonly instruments: readonly (InstrumentLedger | undefined)[];
  /** In processing order. */
  readonly found: readonly FoundIssue[];
  readonly issues: readonly Issue[];
}
