import type { PlainDate } from "../calendar/plain-date.ts";
import type { AssetClass } from "../instrument/asset-class.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { DecimalString } from "../numbers/decimal.ts";
import type { AffectedFigure } from "../issues/affected-figures.ts";
import type { Issue, IssueCode, IssueSource } from "../outcome/issue.ts";
import type { Measured, UndefinedReason } from "../outcome/measured.ts";
import type { AccountId } from "../transactions/account.ts";

/** The same amount in the instrument's currency and in the reporting currency; each exact, absent when not known. */
export interface AmountPair {
  readonly native?: DecimalString;
  readonly base?: DecimalString;
}

/** The price a holding is valued at, and where it comes from. */
export interface PriceSnapshot {
  /** In the instrument's currency (pence are already pounds). */
  readonly price: DecimalString;
  /** The date the price is of. */
  readonly date: PlainDate;
  /** The moment of a live quote, ISO 8601. */
  readonly asOf?: string;
  /** "yahoo", "manual", "sample", "trade". */
  readonly source: string;
  readonly ageDays: number;
  readonly isStale: boolean;
}

/** Why a figure is not the whole truth: the issue, with the transaction or instrument it comes from. */
export interface IncompleteReason {
  readonly issue: IssueCode;
  readonly source: IssueSource;
  /** The day the fault concerns. */
  readonly date?: PlainDate;
}

/** One figure of a row that an issue leaves incomplete. */
export interface IncompleteFigure extends IncompleteReason {
  readonly figure: AffectedFigure;
}

/** One row of the holdings table: everything known of one instrument in the scope on a date. */
export interface HoldingSnapshot {
  readonly instrumentId: InstrumentId;
  readonly name: string;
  readonly ticker?: string;
  readonly isin?: string;
  readonly currency: CurrencyCode;
  readonly assetClass?: AssetClass;
  readonly accounts: readonly AccountId[];
  readonly quantity: DecimalString;
  /** Cost basis / quantity in the instrument's currency. */
  readonly unitCost?: DecimalString;
  readonly costBasis: AmountPair;
  readonly price?: PriceSnapshot;
  readonly marketValue: AmountPair;
  readonly unrealizedGain: AmountPair;
  /** Unrealized gain / cost basis in the reporting currency, as a fraction. */
  readonly unrealizedReturn: Measured;
  readonly realizedGain: AmountPair;
  readonly income: AmountPair;
  /** Realized + unrealized gain + income, in the reporting currency; charges outside of trades are not in it. */
  readonly totalGain: AmountPair;
  /** Total gain / everything ever paid in, as a fraction. */
  readonly totalReturn: Measured;
  /**
   * Change of market value on the snapshot's `dayChangeDate`, since the close before, and as a fraction of price: 0 when
   * the last close is of an earlier day.
   */
  readonly dayChange: AmountPair;
  readonly dayReturn: Measured;
  /** Share of the scope's total value as far as that is known, 0..1. */
  readonly weight: Measured;
  /** Closes of the last 63 trading days at most, oldest first; for the sparkline. */
  readonly recentCloses: Float64Array;
  /** Inputs that are not known, and so leave figures out. */
  readonly missing: readonly UndefinedReason[];
  /** The figures of this row that issues leave incomplete, and why; absent when all of them stand. */
  readonly incomplete?: readonly IncompleteFigure[];
}

/** Cash of one currency over all accounts of the scope. */
export interface CashSnapshot {
  readonly currency: CurrencyCode;
  readonly amount: DecimalString;
  readonly base?: DecimalString;
  readonly weight: Measured;
  /** The issues that leave this cash incomplete; absent when there is none. */
  readonly incomplete?: readonly IncompleteReason[];
}

/** What a total leaves out: an instrument, or cash and other amounts of a currency that belong to none. */
export interface LeftOut {
  readonly instrumentId?: InstrumentId;
  readonly currency?: CurrencyCode;
  readonly reason: UndefinedReason;
}

/** A sum in the reporting currency that may be incomplete, and says so. */
export interface TotalAmount {
  /** The sum of what is known, exact; absent when nothing of it is known, never 0 in place of that. */
  readonly known?: DecimalString;
  /** What the sum lacks; empty when `known` is the whole. */
  readonly leftOut: readonly LeftOut[];
  /** The issues that leave the sum incomplete, also where every amount of it is known; absent when there is none. */
  readonly incomplete?: readonly IncompleteReason[];
}

/** All holdings of a scope on a date, with totals. Plain and cloneable; version 1. */
export interface HoldingsSnapshot {
  readonly version: 1;
  readonly revision: number;
  readonly date: PlainDate;
  readonly baseCurrency: CurrencyCode;
  readonly holdings: readonly HoldingSnapshot[];
  /** Instruments once held and now sold, with their realized gain and income. */
  readonly closed: readonly HoldingSnapshot[];
  readonly cash: readonly CashSnapshot[];
  /** The newest day with a close among the holdings: the day the day's changes are of. Absent without any close. */
  readonly dayChangeDate?: PlainDate;
  readonly totals: {
    /** Holdings and cash. */
    readonly totalValue: TotalAmount;
    readonly marketValue: TotalAmount;
    readonly cash: TotalAmount;
    readonly costBasis: TotalAmount;
    readonly unrealizedGain: TotalAmount;
    readonly realizedGain: TotalAmount;
    readonly income: TotalAmount;
    readonly dayChange: TotalAmount;
    /** Known change of the day / known total value before it. */
    readonly dayReturn: Measured;
    /** Known unrealized gain / cost basis of the same holdings. */
    readonly unrealizedReturn: Measured;
  };
  /** What the total value leaves out, because a price or a rate is not known. */
  readonly leftOut: readonly LeftOut[];
  readonly issues: readonly Issue[];
}
