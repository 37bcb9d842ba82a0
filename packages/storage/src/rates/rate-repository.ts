import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextRevision } from "../database/revision.ts";
import type { Coverage } from "../database/schema.ts";
import { allSeries, mergeSeries } from "../prices/pack-store.ts";
import type { PackedSeries } from "../prices/year-pack.ts";

/** Rates as received: the coverage id is the pair, "USD/CAD" for Canadian dollars in one US dollar. */
export interface ReceivedRates {
  readonly coverage: Coverage;
  readonly series: PackedSeries;
}

/** Exchange rates of a portfolio, in year packs by pair. */
export interface RateRepository {
  all(): Promise<Map<string, PackedSeries>>;
  coverage(): Promise<Map<string, Coverage>>;
  save(received: readonly ReceivedRates[]): Promise<void>;
}

export function rateRepository(database: PortfolioDatabase): RateRepository {
  const { ratePacks, rateCoverage, settings } = database;
  return {
    all: () => allSeries(ratePacks),
    coverage: async () => new Map((await rateCoverage.toArray()).map((row) => [row.id, row])),
    save: (received) =>
      database.transaction("rw", ratePacks, rateCoverage, settings, async () => {
        await mergeSeries(ratePacks, new Map(received.map(({ coverage, series }) => [coverage.id, series])));
        await rateCoverage.bulkPut(received.map(({ coverage }) => coverage));
        await nextRevision(database);
      }),
  };
}
