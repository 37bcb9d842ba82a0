import type { PlainDate } from "../../../calendar/plain-date.ts";
import type { AssetClass } from "../../../instrument/asset-class.ts";
import type { Decimal } from "../../../numbers/decimal.ts";
import type { CurrencyUnit } from "../../reading/currency-unit.ts";
import type { ActivityField } from "./activity-field.ts";
import type { ActivityRemark } from "./activity-remark.ts";

/** One row of an activity file with its cells read; quantity and amounts signed as printed. */
export interface ActivityRow {
  readonly line: number;
  /** Further lines of the same event. */
  readonly alsoLines?: readonly number[];
  /** The names of the columns, as the header prints them: for issues. */
  readonly columns: Readonly<Partial<Record<ActivityField, string>>>;
  readonly date: PlainDate;
  readonly time: string | undefined;
  readonly settlementDate: PlainDate | undefined;
  readonly account: string;
  /** Case-folded; with the sub-action after a slash where there is a column for it. */
  readonly action: string;
  readonly symbol: string;
  readonly isin: string;
  readonly name: string;
  readonly description: string;
  readonly exchange: string;
  readonly assetClass: AssetClass | undefined;
  readonly id: string;
  readonly quantity: Decimal | undefined;
  readonly price: Decimal | undefined;
  readonly gross: Decimal | undefined;
  readonly net: Decimal | undefined;
  readonly foreignGross: Decimal | undefined;
  /** In the currency of the cash; positive when it costs. */
  readonly fee: Decimal;
  /** A fee paid in another currency than the cash. */
  readonly foreignFee: { readonly amount: Decimal; readonly unit: CurrencyUnit } | undefined;
  /** Positive when it costs. */
  readonly tax: Decimal;
  readonly accrued: Decimal | undefined;
  readonly rate: Decimal | undefined;
  readonly toAmount: Decimal | undefined;
  /** The currency in which the cash moves. */
  readonly unit: CurrencyUnit | undefined;
  readonly priceUnit: CurrencyUnit | undefined;
  readonly toUnit: CurrencyUnit | undefined;
  /** What is to be said of the row beside booking it. */
  readonly remark?: ActivityRemark | undefined;
}
