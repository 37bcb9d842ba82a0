import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { type KeptRecords, keptRecords } from "../journal/kept-records.ts";
import type { WatchedInstrument } from "../database/watched-instrument.ts";

/** The instruments that a person follows. */
export function watchlistRepository(database: PortfolioDatabase): KeptRecords<WatchedInstrument> {
  return keptRecords(database, { table: "watchlist", kind: "watchlist" });
}
