import type { PlainDate } from "../calendar/plain-date.ts";
import type { Prices } from "../cash-flows/cash-flow.ts";
import type { Instrument, InstrumentId } from "../instrument/instrument.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Scope } from "../transactions/scope.ts";
import type { ValuedDays } from "../valuation/valued-days.ts";

/** What a performance snapshot is made of. Dates and rates are arguments: core has no clock and no default rate. */
export interface PerformanceQuestion {
  readonly ledger: Ledger;
  readonly prices: Prices;
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly startsAtInception: boolean;
  /** Everything when left out. */
  readonly scope?: Scope;
  /** The daily valuation of the scope and range, when it is there already. */
  readonly valued?: Pick<ValuedDays, "valuation">;
  /** Periods in a year for volatility and Sharpe ratio; "observed" counts the trading days of the range itself. */
  readonly periodsPerYear: number | "observed";
  /** Annual, as a fraction. */
  readonly riskFreeRate: number;
  readonly revision: number;
}
