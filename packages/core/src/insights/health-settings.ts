import type { DecimalString } from "../numbers/decimal.ts";

/** The limits of the rules; a rule whose limit is left out is not applied. */
export interface HealthSettings {
  /** The largest share of the total value in one instrument, as a fraction. */
  readonly largestPosition?: number;
  /** The largest share of the total value in one currency other than the base currency. */
  readonly largestForeignCurrency?: number;
  /** The largest share of the total value in one account. */
  readonly largestAccount?: number;
  /** The largest charges of the last 365 days, as a fraction of the average value. */
  readonly largestCharges?: number;
  /** How many months of expenses the cash has to last. */
  readonly emergencyMonths?: number;
  /** What is spent in a month, in the base currency; the emergency fund cannot be judged without it. */
  readonly monthlyExpenses?: DecimalString;
  /** The largest share of the total value whose last close is too old. */
  readonly largestStaleShare?: number;
  /** How many issues may leave a figure incomplete. */
  readonly mostIssues?: number;
}

/** Limits to begin with. They are habits, not rules of nature: a fund of the whole world may well be everything there is. */
export const defaultHealthSettings: HealthSettings = {
  largestPosition: 0.25,
  largestForeignCurrency: 0.5,
  largestAccount: 0.8,
  largestCharges: 0.01,
  emergencyMonths: 3,
  largestStaleShare: 0,
  mostIssues: 0,
};
