import type { PlainDate } from "../calendar/plain-date.ts";
import type { Scope } from "../transactions/scope.ts";

/**
 * What a question about a ledger is limited to; everything when left out.
 *
 * Ranges are half-open: after `after`, up to and including `on`.
 */
export interface LedgerQuery extends Scope {
  readonly on?: PlainDate;
  readonly after?: PlainDate;
}
