import type { AssetClass } from "../../../instrument/asset-class.ts";
import type { CurrencyCode } from "../../../money/currency.ts";
import type { DateOrder } from "../../csv/date-style.ts";
import type { TableStyle } from "../../reading/cell-reader.ts";
import type { RowOrder } from "../../reading/delimited-file.ts";
import type { ActivityField } from "./activity-field.ts";
import type { ActivityRemark } from "./activity-remark.ts";
import type { ActivityRow } from "./activity-row.ts";

/**
 * What a row does to a portfolio.
 *
 * `trade`, `cash`, `transfer`, `delivery`, `interest`, `fee` and `tax` take their direction from the sign; the others
 * have it from the word, and the sign only checks it.
 */
export type ActivityEffect =
  | "buy"
  | "sell"
  | "trade"
  | "dividend"
  | "substitute-dividend"
  | "return-of-capital"
  | "accumulation"
  | "interest"
  | "interest-charge"
  /** Tax on a payment of the same instrument and day, as a row of its own. */
  | "withheld-tax"
  | "deposit"
  | "withdrawal"
  | "cash"
  | "transfer"
  | "fee"
  | "fee-refund"
  | "tax"
  /** One of the two rows of a currency exchange. */
  | "exchange-leg"
  /** A currency exchange in one row. */
  | "exchange"
  /** A split or a dividend in shares, given as the shares it adds. */
  | "added-shares"
  /** One of the two rows of a split: the old units out, the new ones in. */
  | "split-pair"
  | "delivery"
  | "delivery-in"
  | "delivery-out"
  /** Units received as income, at their value. */
  | "staking-reward"
  /** Understood and left out; the rule says why. */
  | "ignored"
  /** Options, futures and the like. */
  | "unsupported"
  /** Understood as far as its name; the rule says what it is. */
  | "review";

/** Words of the action column with what they do. The first rule that fits counts. */
export interface ActivityRule {
  readonly effect: ActivityEffect;
  /** Whole actions, case-folded, or a pattern over the folded action. */
  readonly words: readonly string[] | RegExp;
  /** Why such rows are ignored, or what they are: "a merger". */
  readonly because?: string;
}

/** The header names of each field: required ones must all be there for the table to be recognised. */
export type FieldNames = Readonly<Partial<Record<ActivityField, string | readonly string[]>>>;

/** How a table of activities looks. */
export interface ActivityTable {
  readonly required: FieldNames;
  readonly optional?: FieldNames;
  /** Names the header must have although nobody reads them: they tell this format from others. */
  readonly alsoHas?: readonly string[];
  /** Names whose presence makes it another format. */
  readonly without?: readonly string[];
  /** What the line above the header says: for headers that are too plain to be told by their own words. */
  readonly title?: RegExp;
  /** Whether the header may have no columns but those named here. */
  readonly nothingElse?: boolean;
  /** Fields in an unnamed column, with the field in the column before it. */
  readonly unnamedAfter?: Readonly<Partial<Record<ActivityField, ActivityField>>>;
  readonly rules: readonly ActivityRule[];
  /** Completes a row from its text, when columns do not say all, or parts it into the events it holds. */
  readonly refine?: (row: ActivityRow) => ActivityRow | readonly ActivityRow[];
  /** Joins rows that make one event, whatever their order; those it cannot join it gives back as they are. */
  readonly combine?: (rows: readonly ActivityRow[]) => readonly ActivityRow[];
  /** Tells by its texts, before any cell is read, that a row is no transaction, and what it is. */
  readonly setAside?: (text: (field: ActivityField) => string) => ActivityRemark | undefined;
}

/** An export format with a row per activity, as data. */
export interface ActivityPreset {
  readonly id: string;
  readonly name: string;
  readonly tables: readonly ActivityTable[];
  readonly dates?: DateOrder;
  readonly numbers?: Pick<TableStyle, "decimalSign" | "likelySign">;
  /** The currency of amounts where the file has no column for it. */
  readonly currency?: CurrencyCode;
  /** Whether amount cells name their currency: `89,162.28 SEK`, `€12.00`. */
  readonly currencyInAmounts?: boolean;
  /** The currency or quotation unit of prices where it is another one: "GBX". */
  readonly priceCurrency?: string;
  /** Whether amounts are signed as they move cash; else the action alone gives the direction. */
  readonly signedAmounts: boolean;
  /** Whether units that leave are negative. */
  readonly signedQuantities?: boolean;
  /** How fee cells are signed: a cost is positive, a cost is negative as it moves cash, or the sign means nothing. */
  readonly fees?: "cost" | "cash" | "unsigned";
  readonly taxes?: "cost" | "cash" | "unsigned";
  /** Whether what the amount of a trade exceeds quantity times price is its fee. */
  readonly impliedFee?: boolean;
  /** Whether dividends are given after tax, without saying which. */
  readonly netDividends?: boolean;
  /** Rows of another status are left out. */
  readonly executed?: RegExp;
  /** What the lines above the header tell: each pattern's first group. */
  readonly preamble?: { readonly account?: RegExp; readonly currency?: RegExp };
  /** Tickers of the funds that the broker keeps cash in: they are cash. */
  readonly cashFunds?: readonly string[];
  readonly assetClasses?: Readonly<Record<string, AssetClass>>;
  /** What a payment and its tax have in common besides account, currency and day; the instrument when absent. */
  readonly incomeKey?: (row: ActivityRow) => string;
  /** What the two rows of an exchange have in common besides account and day. */
  readonly exchangeKey?: (row: ActivityRow) => string;
  /** The order of rows when all are of one day. */
  readonly usualOrder?: RowOrder;
}
