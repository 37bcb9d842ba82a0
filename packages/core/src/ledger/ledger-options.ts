/**
 * The conventions that a person may choose; each default is the one of docs/methods.
 *
 * `roundCostPerSale` keeps the remaining cost at that many digits after each sale: a named tax policy, not the default.
 */
export interface LedgerOptions {
  readonly feesInCost: boolean;
  readonly taxesInCost: boolean;
  readonly dividendReducesCost: boolean;
  readonly roundCostPerSale: number | undefined;
}

/** Fees in cost, taxes not, dividends are income, no rounding. */
export const defaultLedgerOptions: LedgerOptions = {
  feesInCost: true,
  taxesInCost: false,
  dividendReducesCost: false,
  roundCostPerSale: undefined,
};
