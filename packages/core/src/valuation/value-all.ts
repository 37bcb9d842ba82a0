import type { Ledger } from "../ledger/ledger.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { accumulate, accumulator } from "./accumulate.ts";
import { accumulateChanges, isOftenTraded, walkedDays } from "./accumulate-changes.ts";
import { convertTotals } from "./convert-totals.ts";
import { type SegmentRoom, segmentRoom, segmentsOf } from "./segment.ts";
import { daysOf, type ValuationQuery } from "./valuation-query.ts";
import type { ValuedDays } from "./valued-days.ts";
import { countUnpriced, currencyGroups, markKnown, type ValuedGroup } from "./valued-group.ts";
import { pricesOfLine, type ValuedLine } from "./valued-line.ts";

type OpenGroup = { -readonly [Field in keyof ValuedGroup]: ValuedGroup[Field] };

/** Values the lines of a scope on every day, one after the other. */
export function valueAll(ledger: Ledger, valued: readonly ValuedLine[], query: ValuationQuery): ValuedDays {
  const { firstDay, dayCount } = daysOf(query);
  const groups = new Map<string, OpenGroup>();
  const unpriced = new Int32Array(dayCount);
  const room = roomFor(valued.reduce((most, { quantities }) => Math.max(most, quantities.days.length), 0));
  const walked = walkedDays(firstDay, dayCount);
  const isNarrow = query.path === undefined || query.path === "one-limb";
  for (const line of valued) {
    const row = pricesOfLine(line, firstDay, dayCount);
    if (isNarrow && isOftenTraded(line.quantities, row, walked)) {
      const group = groupFor(groups, line.currency, line.quantities.scale + row.scale, dayCount);
      if (accumulateChanges(group.totals, line.quantities, row, walked)) {
        group.lineCount++;
        continue;
      }
    }
    const segments = segmentsOf(line.quantities, firstDay, dayCount, room);
    if (segments.count === 0) continue;
    const group = groupFor(groups, line.currency, segments.scale + row.scale, dayCount);
    group.lineCount++;
    accumulate(group.totals, segments, row, query.path);
    countUnpriced(unpriced, segments, row.firstKnown, 1);
  }
  const isKnown = new Uint8Array(dayCount);
  markKnown(isKnown, ledger, groups, unpriced, firstDay, 0, dayCount);
  const totals = convertTotals(currencyGroups(ledger, groups, firstDay, dayCount), dayCount);
  return {
    valuation: { firstDay, isKnown, ...totals },
    query,
    rates: ledger.rates,
    baseCurrency: ledger.baseCurrency,
    lines: new Map(valued.map((line) => [line.key, line])),
    groups,
    unpriced,
  };
}

function groupFor(groups: Map<string, OpenGroup>, currency: CurrencyCode, scale: number, dayCount: number): OpenGroup {
  const key = `${currency} ${scale}`;
  const known = groups.get(key);
  if (known !== undefined) return known;
  const group = { currency, scale, totals: accumulator(dayCount), lineCount: 0 };
  groups.set(key, group);
  return group;
}

/** Kept from one valuation to the next: what is written there lives no longer than one line of it. */
let knownRoom = segmentRoom(0);

function roomFor(entries: number): SegmentRoom {
  if (knownRoom.from.length < entries) knownRoom = segmentRoom(entries);
  return knownRoom;
}
