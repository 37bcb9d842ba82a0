import type { Instrument, InstrumentId } from "@portfolio/core";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextRevision } from "../database/revision.ts";
import { dropSeries } from "../prices/pack-store.ts";

/** Instruments of a portfolio. */
export interface InstrumentRepository {
  all(): Promise<Instrument[]>;
  save(instruments: readonly Instrument[]): Promise<void>;
  /**
   * Names the source's symbol of an instrument. What was fetched under the old one goes in the same transaction: closes
   * of another security must not stand a day longer. Typed prices stay. An unknown instrument is left alone.
   */
  changeQuoteSymbol(id: InstrumentId, symbol: string): Promise<void>;
}

export function instrumentRepository(database: PortfolioDatabase): InstrumentRepository {
  const { instruments, priceCoverage, pricePacks, quotes, settings } = database;
  return {
    all: () => instruments.toArray(),
    save: (saved) =>
      database.transaction("rw", instruments, settings, async () => {
        await instruments.bulkPut([...saved]);
        await nextRevision(database);
      }),
    changeQuoteSymbol: (id, symbol) =>
      database.transaction("rw", instruments, priceCoverage, pricePacks, quotes, settings, async () => {
        const instrument = await instruments.get(id);
        if (instrument === undefined || instrument.quoteSymbol === symbol) return;
        await instruments.put({ ...instrument, quoteSymbol: symbol });
        await dropSeries(pricePacks, [id]);
        await priceCoverage.delete(id);
        await quotes.delete(id);
        await nextRevision(database);
      }),
  };
}
