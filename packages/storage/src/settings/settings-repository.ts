import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextRevision } from "../database/revision.ts";
import { settingKey } from "./setting-key.ts";

/** Settings of a portfolio: plain values by name. */
export interface SettingsRepository {
  get<Value>(key: string): Promise<Value | undefined>;
  set(key: string, value: unknown): Promise<void>;
}

export function settingsRepository(database: PortfolioDatabase): SettingsRepository {
  return {
    get: async <Value>(key: string) => (await database.settings.get(settingKey(key)))?.value as Value | undefined,
    set: (key, value) =>
      database.transaction("rw", database.settings, async () => {
        await database.settings.put({ key: settingKey(key), value });
        await nextRevision(database);
      }),
  };
}
