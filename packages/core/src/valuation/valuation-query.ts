import { type EpochDay, type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import type { LedgerQuery } from "../holdings/ledger-query.ts";
import type { LimbPath } from "./accumulate.ts";

/** What a daily valuation may be told besides the ledger. */
export interface ValuationQuery extends LedgerQuery {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Values only the instruments, without cash. */
  readonly withoutCash?: boolean;
  /** Values only the cash, without instruments. */
  readonly withoutInstruments?: boolean;
  /** For tests and benchmarks: the narrowest exact path to take. The values are the same on every path. */
  readonly path?: LimbPath;
}

/** The first day of a valuation and how many days it has. */
export function daysOf({ from, to }: ValuationQuery): { firstDay: EpochDay; dayCount: number } {
  const firstDay = toEpochDay(from);
  return { firstDay, dayCount: Math.max(toEpochDay(to) - firstDay + 1, 0) };
}
