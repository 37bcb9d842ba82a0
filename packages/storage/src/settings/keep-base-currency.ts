import type { CurrencyCode } from "@portfolio/core";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { settingKey } from "./setting-key.ts";

/**
 * Makes the first currency that comes the reporting currency, which then stays; to be called inside a transaction on
 * `settings`.
 *
 * Where no account has one yet, the first account's currency settles it, and accounts in others do not move it.
 */
export async function keepBaseCurrency(
  { settings }: PortfolioDatabase,
  currency: CurrencyCode | undefined,
): Promise<void> {
  const key = settingKey("baseCurrency");
  if (currency !== undefined && (await settings.get(key)) === undefined) await settings.put({ key, value: currency });
}
