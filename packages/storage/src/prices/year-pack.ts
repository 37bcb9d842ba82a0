import type { YearPack } from "../database/schema.ts";
import { atScale, commonScale } from "./common-scale.ts";

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
 * A series without a day in this year leaves no trace. One that comes with a finer scale makes its row finer, as far as all values stay safe integers; with a coarser one its values are restated at the row's. The scale is that of one series in one year.
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
    const own = { values: row, scale: scales[position]! };
    const scale = position < pack.ids.length ? commonScale([own, series]) : series.scale;
    restate(row, own.scale, scale);
    scales[position] = scale;
    for (let i = 0; i < series.days.length; i++)
      row[series.days[i]! - firstDay] = atScale(series.values[i]!, series.scale, scale);
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
  const rows = new Map<string, PackRow[]>();
  for (const pack of [...packs].sort((a, b) => a.year - b.year)) {
    const firstDay = firstDayOf(pack.year);
    pack.ids.forEach((id, position) => {
      const row = { firstDay, values: rowOf(pack, position), scale: pack.scales[position]! };
      const known = rows.get(id);
      if (known === undefined) rows.set(id, [row]);
      else known.push(row);
    });
  }
  const room = packs.reduce((days, { dayCount }) => days + dayCount, 0);
  const days = new Int32Array(room);
  const values = new Float64Array(room);
  return new Map([...rows].map(([id, parts]) => [id, joined(parts, days, values)]));
}

/** One series in one year. */
interface PackRow {
  readonly firstDay: number;
  readonly values: Int32Array | Float64Array;
  readonly scale: number;
}

function rowOf({ values, dayCount }: YearPack, position: number): Int32Array | Float64Array {
  return values.subarray(position * dayCount, (position + 1) * dayCount);
}

/** Reads each row once, into columns with room for every day that all series share; what is returned is cut to size. */
function joined(rows: readonly PackRow[], days: Int32Array, values: Float64Array): PackedSeries {
  const scale = rows.every((row) => row.scale === rows[0]!.scale) ? rows[0]!.scale : commonScale(rows);
  let count = 0;
  for (const { firstDay, values: row, scale: own } of rows) {
    const start = count;
    for (let d = 0; d < row.length; d++) {
      const value = row[d]!;
      if (value === noValue) continue;
      days[count] = firstDay + d;
      values[count++] = value;
    }
    restate(values.subarray(start, count), own, scale);
  }
  return { days: days.slice(0, count), values: values.slice(0, count), scale };
}

function restate(row: Float64Array, from: number, to: number): void {
  if (from === to) return;
  for (let d = 0; d < row.length; d++) if (row[d] !== noValue) row[d] = atScale(row[d]!, from, to);
}

function narrowed(values: Float64Array): Int32Array | Float64Array {
  return values.every((value) => value <= 0x7fff_ffff) ? Int32Array.from(values) : values;
}
