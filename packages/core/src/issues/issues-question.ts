import { type EpochDay, type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import type { Instrument, InstrumentId } from "../instrument/instrument.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Scope } from "../transactions/scope.ts";
import { firstDayOf } from "../transactions/row-order.ts";

/** Where the last price of an instrument comes from, for the label beside it. */
export interface PriceOrigin {
  readonly source: string;
  /** The moment of a live quote, ISO 8601. */
  readonly asOf?: string;
}

/** What issues are asked of. The dates are arguments: core has no clock. */
export interface IssuesQuestion {
  /** The first day on which a missing price or rate counts; from the first transaction when left out. */
  readonly from?: PlainDate;
  readonly to: PlainDate;
  /** Everything when left out. */
  readonly scope?: Scope;
  /** For names in messages, and for how old a close may be. */
  readonly instruments?: ReadonlyMap<InstrumentId, Pick<Instrument, "name" | "ticker" | "assetClass">>;
  /** An instrument that is not in it is priced by hand; all are listed when it is left out. */
  readonly priceOrigins?: ReadonlyMap<InstrumentId, PriceOrigin>;
}

/** The days of a question as numbers; none when the ledger is empty or begins after its end. */
export function daysOf({ columns }: Ledger, { from, to }: IssuesQuestion): { firstDay: EpochDay; dayCount: number } {
  const lastDay = toEpochDay(to);
  const firstDay = from === undefined ? (firstDayOf(columns) ?? lastDay + 1) : toEpochDay(from);
  return { firstDay, dayCount: Math.max(lastDay - firstDay + 1, 0) };
}

/** What a person calls an instrument. */
export function labelOf({ instruments }: IssuesQuestion, id: InstrumentId): string {
  const known = instruments?.get(id);
  return known?.ticker ?? known?.name ?? id;
}
