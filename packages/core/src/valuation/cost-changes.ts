import type { EpochDay } from "../calendar/plain-date.ts";
import { accountFilter, lastEntryOn } from "../holdings/holdings-on.ts";
import { amountAt } from "../ledger/amount-list.ts";
import type { HoldingHistory } from "../ledger/holding-history.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { instrumentFilter, type Scope } from "../transactions/scope.ts";
import type { DatedChange } from "./running-amounts.ts";

/**
 * How the cost of what is held in a scope, in the base currency, changes from `firstDay` on; its first change holds all
 * before.
 *
 * Not known is the cost of a holding whose acquisition has no rate, or whose units arrived without a cost; it is left out
 * until that holding is closed. Cost: O(entries), one logarithm each.
 */
export function costChanges(ledger: Ledger, scope: Scope, firstDay: EpochDay): DatedChange[] {
  const wanted = accountFilter(ledger, scope);
  const isNamed = instrumentFilter(scope);
  const changes: DatedChange[] = [];
  for (const instrument of ledger.instruments) {
    if (instrument === undefined || !isNamed(ledger.columns.instruments[instrument.instrument])) continue;
    for (const history of instrument.holdings)
      if (wanted(history.account)) pushChanges(changes, history, instrument.scales.base, firstDay);
  }
  return changes;
}

/** The last entry of a day counts. */
function pushChanges(changes: DatedChange[], history: HoldingHistory, scale: number, firstDay: EpochDay): void {
  const { days, baseCost, incomplete } = history;
  let before = 0n;
  let lackedBefore = 0;
  for (let entry = Math.max(lastEntryOn(days, firstDay), 0); entry < days.length; entry++) {
    if (days[entry + 1] === days[entry]) continue;
    const known = incomplete.has(entry) ? undefined : amountAt(baseCost, entry);
    const cost = known ?? 0n;
    const lacks = known === undefined ? 1 : 0;
    if (cost !== before || lacks !== lackedBefore)
      changes.push({
        day: days[entry]!,
        change: { digits: cost - before, scale },
        unknownParts: lacks - lackedBefore,
      });
    before = cost;
    lackedBefore = lacks;
  }
}
