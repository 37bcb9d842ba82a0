import type { InstrumentId } from "../instrument/instrument.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { DecimalString } from "../numbers/decimal.ts";
import type { IssueCode } from "../outcome/issue.ts";
import type { AccountId } from "../transactions/account.ts";

/** The rules a portfolio is looked over by. */
export type HealthRule =
  | "position-concentration"
  | "currency-cluster"
  | "account-cluster"
  | "charges"
  | "emergency-fund"
  | "stale-data"
  | "incomplete-data";

/** One fact that led to a finding: what it is about, and its share, amount, age or number. */
export interface Evidence {
  readonly instrument?: InstrumentId;
  readonly currency?: CurrencyCode;
  readonly account?: AccountId;
  readonly issue?: IssueCode;
  /** Of the total value, as a fraction. */
  readonly share?: number;
  /** In the base currency. */
  readonly amount?: DecimalString;
  readonly days?: number;
  readonly count?: number;
}

/**
 * What one rule found.
 *
 * `attention` when `measure` lies beyond `limit`; `not-known` when there is nothing to judge by: no value, or no setting.
 * The unit of both is the rule's: a share, a rate per year, months or a number of holdings. `evidence` stands in the order
 * of its weight, whatever the status.
 */
export interface Finding {
  readonly rule: HealthRule;
  readonly status: "fine" | "attention" | "not-known";
  readonly measure: number | undefined;
  readonly limit: number | undefined;
  readonly evidence: readonly Evidence[];
}
