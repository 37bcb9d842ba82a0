import type { YearPack } from "../database/schema.ts";

/** The reserved value for "no price": prices and rates are never negative. */
export const noValue: number = -1;

/** A dated value as an integer at the scale of its series. */
export interface PackedSeries {
  /** Epoch days, ascending. */
  readonly days: Int32Array;
  readonly values: Float64Array;
  readonly scale: number;
}

const msPerDay = 86_400_000;

/** Epoch day of 1 January. */
export function firstDayOf(year: number): number {
  return Date.UTC(year, 0, 1) / msPerDay;
}

/** The calendar year of an epoch day. */
export function yearOf(day: number): number {
  return new Date(day * msPerDay).getUTCFullYear();
}

/** An empty pack. */
export function emptyPack(year: number): YearPack {
  return {
    year,
    dayCount: firstDayOf(year + 1) - firstDayOf(year),
    ids: [],
    scales: new Int8Array(),
    values: new Int32Array(),
  };
}

/**
 * A pack with series merged in: new days are added, known days replaced, other series left as they are.
 *
 * A series without a day in this year leaves no trace. One that comes with a finer scale makes its row finer; with a coarser one its values are restated at the row's.
 */
export function mergeIntoPack(pack: YearPack, additions: ReadonlyMap<string, PackedSeries>): YearPack {
  const { dayCount, year } = pack;
  const firstDay = firstDayOf(year);
  const touched = new Map(
    [...additions].flatMap(([id, series]) =>
      within(series, firstDay, firstDay + dayCount).map((part) => [id, part] as const),
    ),
  );
  const known = new Set(pack.ids);
  const ids = [...pack.ids, ...[...touched.keys()].filter((id) => !known.has(id))];
  const values = new Float64Array(ids.length * dayCount).fill(noValue);
  const scales = new Int8Array(ids.length);
  values.set(pack.values);
  scales.set(pack.scales);
  ids.forEach((id, position) => {
    const series = touched.get(id);
    if (series === undefined) return;
    const row = values.subarray(position * dayCount, (position + 1) * dayCount);
    const scale = position < pack.ids.length ? Math.max(scales[position]!, series.scale) : series.scale;
    rescale(row, scale - scales[position]!);
    scales[position] = scale;
    const factor = 10 ** (scale - series.scale);
    for (let i = 0; i < series.days.length; i++) row[series.days[i]! - firstDay] = series.values[i]! * factor;
  });
  return { year, dayCount, ids, scales, values: narrowed(values) };
}

/** The part of a series from one day up to, not including, another: one series, or none when that part is empty. */
function within({ days, values, scale }: PackedSeries, firstDay: number, endDay: number): PackedSeries[] {
  const start = entriesBefore(days, firstDay);
  const end = entriesBefore(days, endDay);
  return start === end ? [] : [{ days: days.subarray(start, end), values: values.subarray(start, end), scale }];
}

/** How many entries of ascending days lie before a day. */
function entriesBefore(days: Int32Array, day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A pack without some of its series. */
export function withoutSeries(pack: YearPack, gone: ReadonlySet<string>): YearPack {
  const { dayCount, ids, scales, values } = pack;
  const kept = ids.flatMap((id, position) => (gone.has(id) ? [] : [position]));
  const left = new Float64Array(kept.length * dayCount);
  kept.forEach((position, i) =>
    left.set(values.subarray(position * dayCount, (position + 1) * dayCount), i * dayCount),
  );
  return {
    ...pack,
    ids: kept.map((position) => ids[position]!),
    scales: Int8Array.from(kept, (position) => scales[position]!),
    values: narrowed(left),
  };
}

/** The series of every id over all packs, each at one scale; packs in any order. */
export function seriesFromPacks(packs: readonly YearPack[]): Map<string, PackedSeries> {
  const sorted = [...packs].sort((a, b) => a.year - b.year);
  const growing = new Map<string, GrowingSeries>();
  for (const pack of sorted) {
    pack.ids.forEach((id, position) => {
      const series = growing.get(id) ?? {
        known: 0,
        count: 0,
        scale: 0,
        days: new Int32Array(),
        values: new Float64Array(),
      };
      series.known += knownIn(rowOf(pack, position));
      series.scale = Math.max(series.scale, pack.scales[position]!);
      growing.set(id, series);
    });
  }
  for (const series of growing.values()) {
    series.days = new Int32Array(series.known);
    series.values = new Float64Array(series.known);
  }
  for (const pack of sorted) pack.ids.forEach((id, position) => appendRow(growing.get(id)!, pack, position));
  return new Map([...growing].map(([id, { days, values, scale }]) => [id, { days, values, scale }]));
}

/** A series that is being put together: `known` entries in all, of which the first `count` stand. */
interface GrowingSeries {
  known: number;
  count: number;
  scale: number;
  days: Int32Array;
  values: Float64Array;
}

function rowOf({ values, dayCount }: YearPack, position: number): Int32Array | Float64Array {
  return values.subarray(position * dayCount, (position + 1) * dayCount);
}

function knownIn(row: Int32Array | Float64Array): number {
  let known = 0;
  for (let d = 0; d < row.length; d++) if (row[d] !== noValue) known++;
  return known;
}

function appendRow(series: GrowingSeries, pack: YearPack, position: number): void {
  const { days, values } = series;
  const factor = 10 ** (series.scale - pack.scales[position]!);
  const firstDay = firstDayOf(pack.year);
  const row = rowOf(pack, position);
  let { count } = series;
  for (let d = 0; d < row.length; d++) {
    const value = row[d]!;
    if (value === noValue) continue;
    days[count] = firstDay + d;
    values[count++] = value * factor;
  }
  series.count = count;
}

function rescale(row: Float64Array, digits: number): void {
  if (digits === 0) return;
  for (let d = 0; d < row.length; d++) if (row[d] !== noValue) row[d] = row[d]! * 10 ** digits;
}

function narrowed(values: Float64Array): Int32Array | Float64Array {
  return values.every((value) => value <= 0x7fff_ffff) ? Int32Array.from(values) : values;
}
