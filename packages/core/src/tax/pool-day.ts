import type { EpochDay } from "../calendar/plain-date.ts";
import type { ExactTrade } from "./exact-trades.ts";

/** All rows of one day, as a rule that makes one disposal and one purchase of a day needs them. */
export interface PoolDay {
  readonly day: EpochDay;
  readonly perUnit: bigint;
  readonly acquisitions: readonly ExactTrade[];
  readonly costChanges: readonly ExactTrade[];
  readonly disposals: readonly ExactTrade[];
  readonly departures: readonly ExactTrade[];
  readonly unitsSold: bigint;
  readonly proceeds: bigint;
}

/** Rows in date order by day. */
export function poolDays(rows: readonly ExactTrade[]): PoolDay[] {
  const byDay = new Map<EpochDay, ExactTrade[]>();
  for (const row of rows) {
    const known = byDay.get(row.day);
    if (known === undefined) byDay.set(row.day, [row]);
    else known.push(row);
  }
  return [...byDay].map(([day, of]) => poolDay(day, of));
}

function poolDay(day: EpochDay, rows: readonly ExactTrade[]): PoolDay {
  const ofKind = (...kinds: ExactTrade["trade"]["kind"][]): ExactTrade[] =>
    rows.filter(({ trade }) => kinds.includes(trade.kind));
  const disposals = ofKind("disposal");
  return {
    day,
    perUnit: rows[0]!.perUnit,
    acquisitions: ofKind("acquisition"),
    costChanges: ofKind("capital-return", "accumulation"),
    disposals,
    departures: ofKind("departure"),
    unitsSold: disposals.reduce((sum, { units }) => sum + units, 0n),
    proceeds: disposals.reduce((sum, { amount }) => sum + amount, 0n),
  };
}
