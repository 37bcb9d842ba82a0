import type { PlainDate } from "../calendar/plain-date.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { AccountId } from "../transactions/account.ts";

/**
 * What a question about a ledger is limited to; everything when left out.
 *
 * Ranges are half-open: after `after`, up to and including `on`.
 */
export interface LedgerQuery {
  readonly on?: PlainDate;
  readonly after?: PlainDate;
  readonly accounts?: readonly AccountId[];
  readonly instrument?: InstrumentId;
}
