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

/**
 * The replayed result of all transactions: holdings with their whole history, and what could not be applied.
 *
 * Internal shape (integers at stated scales, rows of the columns): ask `holdingsOn`, `cashBalancesOn`, `realizedGain`
 * and the like for public figures.
 */
export interface Ledger {
  readonly columns: TransactionColumns;
  readonly baseCurrency: CurrencyCode;
  /** Currency of each instrument position; undefined for an unknown instrument. */
  readonly currencyOf: readonly (CurrencyCode | undefined)[];
  readonly rates: RateTable;
  readonly options: LedgerOptions;
  /** The cost-basis method of each account, by its position. */
  readonly methods: readonly CostBasisMethod[];
  /** 1 for a transaction without any effect: oversold, of an unknown instrument, or of a kind not replayed yet. */
  readonly rejected: Uint8Array;
  /** For each half of a transfer the row of the other half, -1 for all other rows. */
  readonly otherHalf: Int32Array;
  /** Cash taken as the value of deliveries out that state none, by row, in the instrument's currency. */
  readonly deliveryValues: ReadonlyMap<number, DecimalString>;
  readonly reorganizationCloses: ReadonlyMap<number, ReorganizationCloses>;
  readonly instruments: readonly (InstrumentLedger | undefined)[];
  readonly issues: readonly Issue[];
}
