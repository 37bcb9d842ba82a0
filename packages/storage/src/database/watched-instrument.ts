import type { InstrumentId, PlainDate } from "@portfolio/core";

/** An instrument that is followed but need not be held. */
export interface WatchedInstrument {
  readonly instrumentId: InstrumentId;
  readonly since: PlainDate;
  readonly note?: string;
}
