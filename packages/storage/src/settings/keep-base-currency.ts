import type { CurrencyCode } from "@portfolio/core";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { settingKey } from "./setting-key.ts";

/**
 * Makes the first currency that comes the reporting currency, which then stays; to be called inside a transaction on
 * `settings`.
 *
 * Where no account has one yet, the first account's currency settles it, and accounts in others do not move it. Answers the
 * currency that stands.
 */
export async function keepBaseCurrency(
  { settings }: PortfolioDatabase,
  currency: CurrencyCode | undefined,
): Promise<CurrencyCode | undefined> {
  const key = settingKey("baseCurrency");
  const settled = (await settings.get(key))?.value as CurrencyCode | undefined;
  if (settled === undefined && currency !== undefined) await settings.put({ key, value: currency });
  return settled ?? currency;
}
