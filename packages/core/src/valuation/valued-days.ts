import type { RateTable } from "../fx/exchange-rate.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { DailyValuation } from "./daily-totals.ts";
import type { ValuationQuery } from "./valuation-query.ts";
import type { ValuedGroup } from "./valued-group.ts";
import type { ValuedLine } from "./valued-line.ts";

/**
 * A daily valuation with what it was added up from, so that a change of one transaction or one price costs no more than
 * what it touches. The next one shares its arrays: copy what is transferred to a window.
 */
export interface ValuedDays {
  readonly valuation: DailyValuation;
  /** @internal */
  readonly query: ValuationQuery;
  /** @internal */
  readonly rates: RateTable;
  /** @internal */
  readonly baseCurrency: CurrencyCode;
  /** @internal */
  readonly lines: ReadonlyMap<string, ValuedLine>;
  /** @internal */
  readonly groups: ReadonlyMap<string, ValuedGroup>;
  /** By day, how many lines have a quantity and no price. @internal */
  readonly unpriced: Int32Array;
}
