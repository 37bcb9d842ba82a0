/** Gains realized by one holding, disposal by disposal. Amounts at the instrument's scales; undefined where a rate is missing. */
export interface DisposalHistory {
  /** The transaction of each disposal, as its row in the columns. */
  readonly rows: number[];
  readonly quantity: bigint[];
  readonly proceeds: bigint[];
  readonly cost: bigint[];
  readonly baseProceeds: (bigint | undefined)[];
  readonly baseCost: (bigint | undefined)[];
}

/**
 * Everything that happened to one instrument in one account: its state after each transaction.
 *
 * `rows[i]` is a row of the columns, ascending; `quantity[i]`, `cost[i]`, `baseCost[i]` hold after it. When the
 * instrument's currency is the base currency, `baseCost` is the same array as `cost`. `incomplete` holds
 * the entries whose cost is not known in full (units arrived without one), until the holding is closed.
 */
export interface HoldingHistory {
  readonly account: number;
  readonly instrument: number;
  readonly rows: number[];
  readonly quantity: bigint[];
  readonly cost: bigint[];
  readonly baseCost: (bigint | undefined)[];
  readonly incomplete: Set<number>;
  readonly disposals: DisposalHistory;
}

/** The scales of an instrument's integers: quantity, money in its currency, money in the base currency. */
export interface InstrumentScales {
  readonly quantity: number;
  readonly money: number;
  readonly base: number;
}

/** One instrument over all accounts. */
export interface InstrumentLedger {
  readonly instrument: number;
  readonly scales: InstrumentScales;
  readonly holdings: readonly HoldingHistory[];
}
