import type { Prices } from "../cash-flows/cash-flow.ts";
import { accountFilter } from "../holdings/holdings-on.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { instrumentFilter } from "../transactions/scope.ts";
import { type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import type { LedgerQuery } from "../holdings/ledger-query.ts";
import { type Segments, segmentsOf } from "./segment.ts";

/**
 * The days from `from` to `to` on which at least one held instrument has a new close: 1, else 0.
 *
 * Risk figures use the returns of these days; the others are linked into the next one, so nothing is lost.
 *
 * @throws {PortfolioError} `invalid-date`: `from` or `to` is no date
 */
export function tradingDays(
  ledger: Ledger,
  prices: Prices,
  query: LedgerQuery & { from: PlainDate; to: PlainDate },
): Uint8Array {
  const firstDay = toEpochDay(query.from);
  const dayCount = Math.max(toEpochDay(query.to) - firstDay + 1, 0);
  const isTrading = new Uint8Array(dayCount);
  const wanted = accountFilter(ledger, query);
  const isNamed = instrumentFilter(query);
  const { instruments } = ledger.columns;
  for (const instrument of ledger.instruments) {
    const id = instrument && instruments[instrument.instrument]!;
    const history = id && isNamed(id) ? prices.get(id) : undefined;
    if (instrument === undefined || history === undefined) continue;
    for (const { account, days, quantity } of instrument.holdings) {
      if (!wanted(account)) continue;
      const segments = segmentsOf(
        { quantities: quantity, scale: instrument.scales.quantity, days },
        firstDay,
        dayCount,
      );
      markCloses(isTrading, history.days, firstDay, segments);
    }
  }
  return isTrading;
}

/** Both the closes and the held stretches ascend: one walk over the two. */
function markCloses(isTrading: Uint8Array, days: Int32Array, firstDay: number, { count, from, to }: Segments): void {
  let segment = 0;
  for (const known of days) {
    const d = known - firstDay;
    while (segment < count && to[segment]! <= d) segment++;
    if (segment === count) return;
    if (d >= from[segment]!) isTrading[d] = 1;
  }
}
