import type { EpochDay } from "../calendar/plain-date.ts";
import { firstPositionOf } from "../transactions/row-order.ts";
import type { ReplayObserver } from "./instrument-replay.ts";
import type { Ledger } from "./ledger.ts";
import { type CommonContext, foldRows, type Replays, replaysOf, scalesFor } from "./replay-rows.ts";

/**
 * The state of every instrument after the last transaction of a day: what a ledger was, with its lots. An `observer` sees
 * every step on the way.
 */
export function replayUntil(ledger: Ledger, lastDay: EpochDay, observer?: ReplayObserver): Replays {
  const { columns } = ledger;
  const context: CommonContext = {
    ...ledger,
    rates: { table: ledger.rates, baseCurrency: ledger.baseCurrency, known: new Map() },
    rejected: ledger.rejected.slice(),
    found: [],
    observer,
  };
  const rows = columns.edited?.order;
  const replays = replaysOf(context, scalesFor(context, rows));
  foldRows(context, replays, rows, firstPositionOf(columns, lastDay + 1));
  return replays;
}
