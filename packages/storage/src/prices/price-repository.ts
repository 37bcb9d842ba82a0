import type { InstrumentId, PlainDate } from "@portfolio/core";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextRevision } from "../database/revision.ts";
import type { Coverage, ManualPrice, StoredQuote } from "../database/schema.ts";
import { userAction } from "../journal/user-action.ts";
import { allSeries, dropSeries, mergeSeries } from "./pack-store.ts";
import type { PackedSeries } from "./year-pack.ts";

/** Closes as received, with what they cover. */
export interface ReceivedPrices {
  readonly coverage: Coverage;
  readonly series: PackedSeries;
  /** Whether they take the place of all that was known (the source restated its history). */
  readonly replacesAll: boolean;
}

/** Prices of a portfolio: year packs of closes, the newest quotes, and prices that the person typed. */
export interface PriceRepository {
  all(): Promise<{ series: Map<InstrumentId, PackedSeries>; manual: ManualPrice[]; quotes: StoredQuote[] }>;
  coverage(): Promise<Map<InstrumentId, Coverage>>;
  /** Stores received closes, one revision for all of them. */
  save(received: readonly ReceivedPrices[]): Promise<void>;
  saveQuotes(quotes: readonly StoredQuote[]): Promise<void>;
  /** Forgets what was fetched for an instrument, so that its whole history is read again: its symbol has changed. */
  forgetCoverage(instrumentId: InstrumentId): Promise<void>;
  saveManual(price: ManualPrice): Promise<void>;
  removeManual(instrumentId: InstrumentId, date: PlainDate): Promise<void>;
}

export function priceRepository(database: PortfolioDatabase): PriceRepository {
  const { pricePacks, priceCoverage, quotes, manualPrices, settings } = database;
  return {
    all: async () => {
      const [series, manual, newest] = await Promise.all([
        allSeries(pricePacks),
        manualPrices.toArray(),
        quotes.toArray(),
      ]);
      return { series, manual, quotes: newest };
    },
    coverage: async () => new Map((await priceCoverage.toArray()).map((row) => [row.id, row])),
    save: (received) =>
      database.transaction("rw", pricePacks, priceCoverage, settings, async () => {
        const replaced = received.filter(({ replacesAll }) => replacesAll).map(({ coverage }) => coverage.id);
        if (replaced.length > 0) await dropSeries(pricePacks, replaced);
        await mergeSeries(pricePacks, new Map(received.map(({ coverage, series }) => [coverage.id, series])));
        await priceCoverage.bulkPut(received.map(({ coverage }) => coverage));
        await nextRevision(database);
      }),
    saveQuotes: (newest) =>
      database.transaction("rw", quotes, settings, async () => {
        await quotes.bulkPut([...newest]);
        await nextRevision(database);
      }),
    forgetCoverage: (instrumentId) =>
      database.transaction("rw", priceCoverage, quotes, settings, async () => {
        await priceCoverage.delete(instrumentId);
        await quotes.delete(instrumentId);
        await nextRevision(database);
      }),
    saveManual: (price) =>
      userAction(database, { kind: "price", subject: price.date }, [manualPrices], async () => {
        await manualPrices.put(price);
        await nextRevision(database);
      }),
    removeManual: (instrumentId, date) =>
      userAction(database, { kind: "price", subject: date }, [manualPrices], async () => {
        await manualPrices.delete([instrumentId, date]);
        await nextRevision(database);
      }),
  };
}
