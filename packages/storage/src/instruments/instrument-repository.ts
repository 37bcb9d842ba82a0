import type { Instrument } from "@portfolio/core";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextRevision } from "../database/revision.ts";

/** Instruments of a portfolio. */
export interface InstrumentRepository {
  all(): Promise<Instrument[]>;
  save(instruments: readonly Instrument[]): Promise<void>;
}

export function instrumentRepository(database: PortfolioDatabase): InstrumentRepository {
  const { instruments, settings } = database;
  return {
    all: () => instruments.toArray(),
    save: (saved) =>
      database.transaction("rw", instruments, settings, async () => {
        await instruments.bulkPut([...saved]);
        await nextRevision(database);
      }),
  };
}
