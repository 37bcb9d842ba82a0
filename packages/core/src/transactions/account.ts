import type { CurrencyCode } from "../money/currency.ts";

/** Identity of an account. */
export type AccountId = string & { readonly __brand?: "AccountId" };

/** The rule that pairs disposals with acquisitions. */
export type CostBasisMethod = (typeof costBasisMethods)[number];

/** Every cost-basis method. */
export const costBasisMethods = [
  "average-cost",
  "fifo",
  "lifo",
  "highest-cost",
  "lowest-cost",
  "specific-lots",
] as const;

/** A place that holds cash in any currency and instruments under one owner. */
export interface Account {
  readonly id: AccountId;
  readonly name: string;
  readonly currency: CurrencyCode;
  readonly costBasisMethod?: CostBasisMethod;
  /** How brokers' files call this account: its number, by format. Used to find it again at the next import. */
  readonly externalIds?: readonly string[];
  /** The user's labels; see `scopeOfTags`. */
  readonly tags?: readonly string[];
}
