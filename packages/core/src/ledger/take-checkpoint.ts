import type { EpochDay } from "../calendar/plain-date.ts";
import type { OpenLot } from "../lots/open-lot.ts";
import type { Checkpoint, HeldAt } from "./checkpoint.ts";
import { historyUpTo, type InstrumentLedger } from "./holding-history.ts";
import type { InstrumentReplay } from "./instrument-replay.ts";
import { type OpenHolding, openHolding } from "./open-holding.ts";

/** Writes down the state of a replay after the transactions of a day. */
export function checkpointOf({ histories, open, lastSplit }: InstrumentReplay, day: EpochDay): Checkpoint {
  const holdings = histories.map(({ account, rows }): HeldAt => {
    const { quantity, cost, base, isIncomplete, row, lots } = open[account]!;
    const held = { account, entries: rows.length, quantity, isIncomplete, row };
    return { ...held, cost: { ...cost }, base: base && { ...base }, lots: lots?.map(copyOf) };
  });
  return { day, holdings, lastSplit };
}

/** Puts a replay that has seen nothing yet into the state of a checkpoint, with the histories up to there. */
export function resume(replay: InstrumentReplay, known: InstrumentLedger, { holdings, lastSplit }: Checkpoint): void {
  const { context, amounts } = replay;
  for (const held of holdings) {
    const whole = known.holdings.find(({ account }) => account === held.account)!;
    const history = historyUpTo(whole, held.entries);
    const opened = openHolding(history, context.columns, amounts.isBase, context.methods[held.account]!);
    replay.histories.push(history);
    replay.open[held.account] = restored(opened, held);
  }
  replay.lastSplit = lastSplit;
}

function restored(opened: OpenHolding, { quantity, cost, base, isIncomplete, row, lots }: HeldAt): OpenHolding {
  const state = { quantity, isIncomplete, row, cost: { ...cost }, base: base && { ...base } };
  return { ...opened, ...state, lots: lots?.map(copyOf) };
}

function copyOf(lot: OpenLot): OpenLot {
  return { ...lot, cost: { ...lot.cost }, base: lot.base && { ...lot.base } };
}
