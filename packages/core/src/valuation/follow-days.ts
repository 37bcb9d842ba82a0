import type { Ledger } from "../ledger/ledger.ts";
import { type Accumulator, accumulate, accumulator, tighten } from "./accumulate.ts";
import { convertTotals } from "./convert-totals.ts";
import type { DailyTotals } from "./daily-totals.ts";
import { negated, withinDays } from "./segment.ts";
import { changedDays, type SpreadLine, spreadLine } from "./spread-line.ts";
import { daysOf, type ValuationQuery } from "./valuation-query.ts";
import type { ValuedDays } from "./valued-days.ts";
import { countUnpriced, currencyGroups, markKnown, type ValuedGroup } from "./valued-group.ts";
import { isSameLine, type ValuedLine } from "./valued-line.ts";

/** Above this share of all lines everything is added up anew. */
const mostShare = 1 / 5;

/** Takes out of a valuation what has changed and adds what it has become; undefined when it cannot be followed. */
export function followDays(
  previous: ValuedDays,
  ledger: Ledger,
  lines: readonly ValuedLine[],
  query: ValuationQuery,
): ValuedDays | undefined {
  if (previous.rates !== ledger.rates || previous.baseCurrency !== ledger.baseCurrency) return undefined;
  if (!isSameQuery(previous.query, query)) return undefined;
  const after = new Map(lines.map((line) => [line.key, line]));
  const changed = changedKeys(previous.lines, after);
  if (changed.length === 0) return { ...previous, lines: after };
  if (changed.length > Math.max(lines.length * mostShare, 4)) return undefined;
  const follower = followerOf(previous, query);
  for (const key of changed) follow(follower, previous.lines.get(key), after.get(key));
  return finished(previous, follower, ledger, after);
}

function isSameQuery(a: ValuationQuery, b: ValuationQuery): boolean {
  const text = ({
    from,
    to,
    accounts,
    instruments,
    instrument,
    withoutCash,
    withoutInstruments,
    path,
  }: ValuationQuery) =>
    JSON.stringify([from, to, accounts, instruments, instrument, withoutCash, withoutInstruments, path]);
  return a === b || text(a) === text(b);
}

function changedKeys(before: ReadonlyMap<string, ValuedLine>, after: ReadonlyMap<string, ValuedLine>): string[] {
  const keys: string[] = [];
  for (const [key, line] of after) {
    const old = before.get(key);
    if (old === undefined || !isSameLine(old, line)) keys.push(key);
  }
  for (const key of before.keys()) if (!after.has(key)) keys.push(key);
  return keys;
}

/** The valuation while lines are taken out and added; a group is copied before it is written to. */
interface Follower {
  readonly query: ValuationQuery;
  readonly groups: Map<string, ValuedGroup>;
  readonly unpriced: Int32Array;
  readonly copied: Set<string>;
  /** The days that were written to. */
  start: number;
  end: number;
}

function followerOf({ groups, unpriced }: ValuedDays, query: ValuationQuery): Follower {
  return {
    query,
    groups: new Map(groups),
    unpriced: unpriced.slice(),
    copied: new Set(),
    start: Infinity,
    end: 0,
  };
}

function follow(follower: Follower, before: ValuedLine | undefined, after: ValuedLine | undefined): void {
  const { firstDay, dayCount } = daysOf(follower.query);
  const old = spreadLine(before, firstDay, dayCount);
  const now = spreadLine(after, firstDay, dayCount);
  const isOneGroup = old?.group === now?.group;
  const [start, end] = isOneGroup ? changedDays(old, now, firstDay, dayCount) : [0, dayCount];
  if (old !== undefined) change(follower, old, -1, start, end);
  if (now !== undefined) change(follower, now, 1, start, end);
  if (start >= end) return;
  follower.start = Math.min(follower.start, start);
  follower.end = Math.max(follower.end, end);
}

function change(
  follower: Follower,
  { line, segments, row, group }: SpreadLine,
  sign: 1 | -1,
  start: number,
  end: number,
): void {
  const part = withinDays(segments, start, end);
  const signed = sign === 1 ? part : negated(part);
  const { totals, ...known } = groupFor(follower, group, line, segments.scale + row.scale);
  tighten(totals, part, row);
  accumulate(totals, signed, row, follower.query.path);
  countUnpriced(follower.unpriced, part, row.firstKnown, sign);
  follower.groups.set(group, { ...known, totals, lineCount: known.lineCount + sign });
}

/** The group to write to: a copy of the one before, or a new one. */
function groupFor(
  { groups, copied, query }: Follower,
  key: string,
  { currency }: ValuedLine,
  scale: number,
): ValuedGroup {
  const known = groups.get(key);
  if (known === undefined) {
    copied.add(key);
    return { currency, scale, totals: accumulator(daysOf(query).dayCount), lineCount: 0 };
  }
  if (copied.has(key)) return known;
  copied.add(key);
  return { ...known, totals: copyOf(known.totals) };
}

function copyOf({ low, high, big, bound, boundHigh }: Accumulator): Accumulator {
  return { low: low.slice(), high: high?.slice(), big: big?.slice(), bound, boundHigh };
}

function finished(
  previous: ValuedDays,
  follower: Follower,
  ledger: Ledger,
  lines: ReadonlyMap<string, ValuedLine>,
): ValuedDays {
  const { query, unpriced } = follower;
  // An empty group would only make the scale finer than it has to be.
  const groups = new Map([...follower.groups].filter(([, { lineCount }]) => lineCount > 0));
  const start = Math.min(follower.start, follower.end);
  const { end } = follower;
  const { firstDay, dayCount } = daysOf(query);
  const isKnown = previous.valuation.isKnown.slice();
  markKnown(isKnown, ledger, groups, unpriced, firstDay, start, end);
  const all = currencyGroups(ledger, groups, firstDay, dayCount);
  const exactScale = all.reduce((most, { scale, rateScale }) => Math.max(most, scale + rateScale), 0);
  const part = convertTotals(currencyGroups(ledger, groups, firstDay, dayCount, start, end), end - start);
  const totals = patchedTotals(previous.valuation, part, exactScale, start) ?? convertTotals(all, dayCount);
  return {
    valuation: { firstDay, isKnown, ...totals },
    query,
    rates: ledger.rates,
    baseCurrency: ledger.baseCurrency,
    lines,
    groups,
    unpriced,
  };
}

/** Totals of part of the days written over those of before; undefined when they are not at the same scale. */
function patchedTotals(
  before: DailyTotals,
  part: DailyTotals,
  exactScale: number,
  start: number,
): DailyTotals | undefined {
  // Totals too large for a pair of doubles were rounded by the largest of all days: then all are made anew.
  if (before.scale !== exactScale || part.scale !== exactScale) return undefined;
  const high = before.high.slice();
  const low = before.low.slice();
  high.set(part.high, start);
  low.set(part.low, start);
  return { scale: before.scale, high, low };
}
