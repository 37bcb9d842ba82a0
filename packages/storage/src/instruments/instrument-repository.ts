import type { Instrument, InstrumentId } from "@portfolio/core";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextRevision } from "../database/revision.ts";
import { userAction } from "../journal/user-action.ts";
import { dropSeries } from "../prices/pack-store.ts";

/** Instruments of a portfolio. */
export interface InstrumentRepository {
  all(): Promise<Instrument[]>;
  /** What a source told of instruments: no user action, and nothing to undo. */
  save(instruments: readonly Instrument[]): Promise<void>;
  /** Changes fields of an instrument as a person wants them; an unknown instrument is left alone. */
  change(id: InstrumentId, fields: Partial<Omit<Instrument, "id" | "quoteSymbol">>): Promise<void>;
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
    change: (id, fields) =>
      userAction(database, { kind: "instrument", subject: fields.name ?? "" }, [instruments], async () => {
        if ((await instruments.update(id, fields)) > 0) await nextRevision(database);
      }),
    changeQuoteSymbol: (id, symbol) =>
      userAction(
        database,
        { kind: "instrument", subject: symbol },
        [instruments, priceCoverage, pricePacks, quotes],
        async () => {
          const instrument = await instruments.get(id);
          if (instrument === undefined || instrument.quoteSymbol === symbol) return;
          await instruments.put({ ...instrument, quoteSymbol: symbol });
          await dropSeries(pricePacks, [id]);
          await priceCoverage.delete(id);
          await quotes.delete(id);
          await nextRevision(database);
        },
      ),
  };
}
