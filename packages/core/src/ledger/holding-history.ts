import { type IntegerList, integerList } from "../numbers/integer-list.ts";
import { type WideIntegerList, wideIntegerList } from "../numbers/wide-integer-list.ts";

/** Gains realized by one holding, disposal by disposal. Amounts at the instrument's scales; unknown where a rate is missing. */
export interface DisposalHistory {
  /** The transaction of each disposal, as its row in the columns. */
  readonly rows: number[];
  readonly quantity: IntegerList;
  readonly proceeds: WideIntegerList;
  readonly cost: WideIntegerList;
  readonly baseProceeds: WideIntegerList;
  readonly baseCost: WideIntegerList;
}

/**
 * Everything that happened to one instrument in one account: its state after each transaction.
 *
 * `rows[i]` is a row of the columns, ascending; entry i of `quantity`, `cost` and `baseCost` holds after it. When the
 * instrument's currency is the base currency, `baseCost` is the same list as `cost`. `incomplete` holds the entries
 * whose cost is not known in full (units arrived without one), until the holding is closed.
 */
export interface HoldingHistory {
  readonly account: number;
  readonly instrument: number;
  readonly rows: number[];
  readonly quantity: IntegerList;
  readonly cost: WideIntegerList;
  readonly baseCost: WideIntegerList;
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

/** An empty history with room for `capacity` entries; `isBase` when one list serves both currencies. */
export function holdingHistory(account: number, instrument: number, isBase: boolean, capacity: number): HoldingHistory {
  const cost = wideIntegerList(capacity);
  return {
    account,
    instrument,
    rows: [],
    quantity: integerList(),
    cost,
    baseCost: isBase ? cost : wideIntegerList(capacity),
    incomplete: new Set(),
    disposals: disposalHistory(isBase),
  };
}

function disposalHistory(isBase: boolean): DisposalHistory {
  const proceeds = wideIntegerList();
  const cost = wideIntegerList();
  return {
    rows: [],
    quantity: integerList(),
    proceeds,
    cost,
    baseProceeds: isBase ? proceeds : wideIntegerList(),
    baseCost: isBase ? cost : wideIntegerList(),
  };
}
