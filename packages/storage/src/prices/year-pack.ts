/**
 * All values of one calendar year, all instruments (or currency pairs), in one stored array.
 *
 * `values` is instrument-major: value of id i on day d of the year = values[i x dayCount + d], an integer at
 * `scales[i]`; {@link noValue} where there is none. Int32 where all fit, else Float64.
 */
export interface YearPack {
  readonly year: number;
  readonly dayCount: number;
  readonly ids: readonly string[];
  readonly scales: Int8Array;
  readonly values: Int32Array | Float64Array;
}

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
  return { year, dayCount: firstDayOf(year + 1) - firstDayOf(year), ids: [], scales: new Int8Array(), values: new Int32Array() };
}

/**
 * A pack with series merged in: new days are added, known days replaced, other series left as they are.
 *
 * A series without a day in this year leaves no trace. One that comes with a finer scale makes its row finer; with a coarser one its values are restated at the row's.
 */
export function mergeIntoPack(pack: YearPack, additions: ReadonlyMap<string, PackedSeries>): YearPack {
  const { dayCount, year } = pack;
  const firstDay = firstDayOf(year);
  const isInYear = (day: number): boolean => day >= firstDay && day < firstDay + dayCount;
  const touched = new Map([...additions].filter(([, { days }]) => days.some(isInYear)));
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
    series.days.forEach((day, i) => {
      if (isInYear(day)) row[day - firstDay] = series.values[i]! * factor;
    });
  });
  return { year, dayCount, ids, scales, values: narrowed(values) };
}

/** A pack without some of its series. */
export function withoutSeries(pack: YearPack, gone: ReadonlySet<string>): YearPack {
  const { dayCount, ids, scales, values } = pack;
  const kept = ids.flatMap((id, position) => (gone.has(id) ? [] : [position]));
  const left = new Float64Array(kept.length * dayCount);
  kept.forEach((position, i) => left.set(values.subarray(position * dayCount, (position + 1) * dayCount), i * dayCount));
  return { ...pack, ids: kept.map((position) => ids[position]!), scales: Int8Array.from(kept, (position) => scales[position]!), values: narrowed(left) };
}

/** The series of every id over all packs, each at one scale; packs in any order. */
export function seriesFromPacks(packs: readonly YearPack[]): Map<string, PackedSeries> {
  const sorted = [...packs].sort((a, b) => a.year - b.year);
  const scales = new Map<string, number>();
  for (const pack of sorted) pack.ids.forEach((id, i) => scales.set(id, Math.max(scales.get(id) ?? 0, pack.scales[i]!)));
  const sizes = countKnown(sorted);
  const series = new Map([...scales].map(([id, scale]) => [id, { days: new Int32Array(sizes.get(id)!), values: new Float64Array(sizes.get(id)!), scale }]));
  const next = new Map<string, number>();
  for (const pack of sorted) {
    const firstDay = firstDayOf(pack.year);
    pack.ids.forEach((id, position) => {
      const { days, values, scale } = series.get(id)!;
      const factor = 10 ** (scale - pack.scales[position]!);
      let entry = next.get(id) ?? 0;
      for (let d = 0, at = position * pack.dayCount; d < pack.dayCount; d++, at++) {
        const value = pack.values[at]!;
        if (value === noValue) continue;
        days[entry] = firstDay + d;
        values[entry++] = value * factor;
      }
      next.set(id, entry);
    });
  }
  return series;
}

function countKnown(packs: readonly YearPack[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { ids, dayCount, values } of packs) {
    ids.forEach((id, position) => {
      let known = 0;
      for (let at = position * dayCount; at < (position + 1) * dayCount; at++) if (values[at] !== noValue) known++;
      sizes.set(id, (sizes.get(id) ?? 0) + known);
    });
  }
  return sizes;
}

function rescale(row: Float64Array, digits: number): void {
  if (digits === 0) return;
  for (let d = 0; d < row.length; d++) if (row[d] !== noValue) row[d] = row[d]! * 10 ** digits;
}

function narrowed(values: Float64Array): Int32Array | Float64Array {
  return values.every((value) => value <= 0x7fff_ffff) ? Int32Array.from(values) : values;
}
