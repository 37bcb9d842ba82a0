import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextRevision } from "../database/revision.ts";
import { userAction } from "../journal/user-action.ts";
import { settingKey } from "./setting-key.ts";

/** Settings that change figures: setting one is a user action that can be undone. The others belong to the device. */
export const figureSettings: readonly string[] = ["baseCurrency", "riskFreeRate"];

/** Settings of a portfolio: plain values by name. */
export interface SettingsRepository {
  get<Value>(key: string): Promise<Value | undefined>;
  set(key: string, value: unknown): Promise<void>;
}

export function settingsRepository(database: PortfolioDatabase): SettingsRepository {
  return {
    get: async <Value>(key: string) => (await database.settings.get(settingKey(key)))?.value as Value | undefined,
    set: async (key, value) => {
      const write = async (): Promise<void> => {
        await database.settings.put({ key: settingKey(key), value });
        await nextRevision(database);
      };
      if (figureSettings.includes(key)) await userAction(database, { kind: "setting", subject: key }, [], write);
      else await database.transaction("rw", database.settings, write);
    },
  };
}
