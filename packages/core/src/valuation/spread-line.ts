import { integerAt } from "../numbers/integer-list.ts";
import type { PriceRow } from "./price-row.ts";
import { type QuantityHistory, type Segments, segmentsOf } from "./segment.ts";
import { pricesOfLine, type ValuedLine } from "./valued-line.ts";

/** A line with its segments and prices over the days of the valuation. */
export interface SpreadLine {
  readonly line: ValuedLine;
  readonly segments: Segments;
  readonly row: PriceRow;
  readonly group: string;
}

/** Spreads a line over the days; undefined for none, and for one that has no quantity on any of them. */
export function spreadLine(line: ValuedLine | undefined, firstDay: number, dayCount: number): SpreadLine | undefined {
  if (line === undefined) return undefined;
  const segments = segmentsOf(line.quantities, firstDay, dayCount);
  if (segments.count === 0) return undefined;
  const row = pricesOfLine(line, firstDay, dayCount);
  return { line, segments, row, group: `${line.currency} ${segments.scale + row.scale}` };
}

/** The days on which two states of one line differ in quantity or price: from the first up to before the end. */
export function changedDays(
  old: SpreadLine | undefined,
  now: SpreadLine | undefined,
  firstDay: number,
  dayCount: number,
): [start: number, end: number] {
  if (old === undefined || now === undefined || old.segments.scale !== now.segments.scale) return [0, dayCount];
  const from = firstOtherQuantity(old.line.quantities, now.line.quantities) - firstDay;
  const [start, end] = otherPrices(old.row, now.row, dayCount);
  return from < dayCount ? [Math.max(Math.min(from, start), 0), dayCount] : [start, end];
}

/** The first day from which two histories may differ; Infinity when they do not, -Infinity when they count in other units. */
function firstOtherQuantity(a: QuantityHistory, b: QuantityHistory): number {
  if (a.scale !== b.scale) return -Infinity;
  if (a.quantities === b.quantities) return Infinity;
  const length = Math.min(a.days.length, b.days.length);
  let entry = 0;
  while (
    entry < length &&
    a.days[entry] === b.days[entry] &&
    integerAt(a.quantities, entry) === integerAt(b.quantities, entry)
  )
    entry++;
  // An entry further up may be of the same day as one that does not differ.
  return Math.min(a.days[entry] ?? Infinity, b.days[entry] ?? Infinity);
}

function otherPrices(a: PriceRow, b: PriceRow, dayCount: number): [start: number, end: number] {
  if (a === b) return [dayCount, 0];
  const at = ({ values, offset, firstKnown }: PriceRow, d: number): number =>
    d < firstKnown ? -1 : values[d + offset]!;
  let start = 0;
  while (start < dayCount && at(a, start) === at(b, start)) start++;
  let end = dayCount;
  while (end > start && at(a, end - 1) === at(b, end - 1)) end--;
  return [start, end];
}
