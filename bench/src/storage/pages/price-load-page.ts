// Runs in the window of a browser: reads 1.02 million prices from year packs, and a tenth of them from one record each.
import { Dexie } from "dexie";
import { openPortfolioDatabase, type PackedSeries, priceRepository } from "@portfolio/storage";
import { generatePortfolio } from "@portfolio/generated-portfolio";
import { receivedOf, storedShape } from "../stored-portfolio.ts";

/** What the page answers: pairs of times in ms, the record side on `recordInstruments` instruments only. */
export interface PriceLoadAnswer {
  readonly pairs: readonly { readonly records: number; readonly packs: number }[];
  readonly isEqual: boolean;
  readonly writeMs: { readonly records: number; readonly packs: number };
  readonly recordInstruments: number;
}

interface PriceRecord {
  readonly instrumentId: string;
  readonly day: number;
  readonly close: number;
}

const recordInstruments = storedShape.instruments / 10;

async function measure(): Promise<PriceLoadAnswer> {
  const { prices } = receivedOf(generatePortfolio({ ...storedShape, transactions: 0 }));
  const database = await openPortfolioDatabase("bench-packs");
  const recordDatabase = new Dexie("bench-records");
  recordDatabase.version(1).stores({ prices: "[instrumentId+day]" });
  await recordDatabase.open();
  const records = prices
    .slice(0, recordInstruments)
    .flatMap(({ coverage, series }) =>
      Array.from(series.days, (day, i): PriceRecord => ({ instrumentId: coverage.id, day, close: series.values[i]! })),
    );
  const [packs] = [priceRepository(database)];
  const writeMs = {
    packs: await timeOf(() => packs.save(prices)),
    records: await timeOf(() => recordDatabase.table<PriceRecord>("prices").bulkAdd(records)),
  };
  let fromRecords = new Map<string, PackedSeries>();
  let fromPacks = new Map<string, PackedSeries>();
  const pairs: { records: number; packs: number }[] = [];
  for (let run = -3; run < 15; run++) {
    const times = {
      records: await timeOf(
        async () => (fromRecords = seriesOf(await recordDatabase.table<PriceRecord>("prices").toArray())),
      ),
      packs: await timeOf(async () => (fromPacks = (await packs.all()).series)),
    };
    if (run >= 0) pairs.push(times);
  }
  const isEqual =
    fromPacks.size === storedShape.instruments &&
    [...fromRecords].every(([id, series]) => isSame(series, fromPacks.get(id)!));
  return { pairs, isEqual: isEqual && fromRecords.size === recordInstruments, writeMs, recordInstruments };
}

/** The same series that the packs give. */
function seriesOf(records: readonly PriceRecord[]): Map<string, PackedSeries> {
  const byInstrument = new Map<string, PriceRecord[]>();
  for (const record of records) {
    const known = byInstrument.get(record.instrumentId);
    if (known === undefined) byInstrument.set(record.instrumentId, [record]);
    else known.push(record);
  }
  return new Map(
    [...byInstrument].map(([id, own]) => [
      id,
      { days: Int32Array.from(own, ({ day }) => day), values: Float64Array.from(own, ({ close }) => close), scale: 4 },
    ]),
  );
}

function isSame(a: PackedSeries, b: PackedSeries): boolean {
  return (
    a.scale === b.scale &&
    a.days.length === b.days.length &&
    a.days.every((day, i) => day === b.days[i]) &&
    a.values.every((value, i) => value === b.values[i])
  );
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  (globalThis as { gc?: () => void }).gc?.();
  const start = performance.now();
  await work();
  return performance.now() - start;
}

Object.assign(globalThis, { benchAnswer: measure() });
