import type { YearPack } from "../database/schema.ts";
import type { EntityTable } from "dexie";
import { emptyPack, mergeIntoPack, type PackedSeries, seriesFromPacks, withoutSeries, yearOf } from "./year-pack.ts";

/** Merges series into the year packs they touch; to be called inside a transaction on `packs`. */
export async function mergeSeries(
  packs: EntityTable<YearPack, "year">,
  additions: ReadonlyMap<string, PackedSeries>,
): Promise<void> {
  const years = new Set<number>();
  for (const { days } of additions.values()) {
    if (days.length === 0) continue;
    for (let year = yearOf(days[0]!); year <= yearOf(days.at(-1)!); year++) years.add(year);
  }
  const wanted = [...years].sort((a, b) => a - b);
  const known = await packs.bulkGet(wanted);
  await packs.bulkPut(wanted.map((year, i) => mergeIntoPack(known[i] ?? emptyPack(year), additions)));
}

/** Drops series from the packs that have them; to be called inside a transaction on `packs`. */
export async function dropSeries(packs: EntityTable<YearPack, "year">, ids: readonly string[]): Promise<void> {
  const gone = new Set(ids);
  const all = await packs.toArray();
  await packs.bulkPut(all.filter(({ ids }) => ids.some((id) => gone.has(id))).map((pack) => withoutSeries(pack, gone)));
}

/** All series of all packs. */
export async function allSeries(packs: EntityTable<YearPack, "year">): Promise<Map<string, PackedSeries>> {
  return seriesFromPacks(await packs.toArray());
}
