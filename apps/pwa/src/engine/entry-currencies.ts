import { isCurrencyCode, quotationUnit } from "@portfolio/core";
import type { TransactionEntry } from "./engine-protocol.ts";

/** Coins that people hold as cash and price others in; no list of the world's coins, which would be old tomorrow. */
const coins: ReadonlySet<string> = new Set(["BTC", "ETH", "SOL", "XRP", "BNB", "USDT", "USDC", "DAI", "EURC"]);

/**
 * Refuses a currency that no rate can ever be found for, before it is stored.
 *
 * @throws the code is neither one of ISO 4217 nor a known coin
 */
export function refuseUnknownCurrency(code: string): void {
  if (isCurrencyCode(code) || coins.has(code)) return;
  const unit = quotationUnit(code);
  throw new Error(
    unit === undefined
      ? `"${code}" is not a currency. Write a code of ISO 4217 such as EUR.`
      : `"${code}" is a unit of ${unit.currency}, not a currency. Enter the amounts in ${unit.currency}.`,
  );
}

/** The same for every currency that an entry names. */
export function refuseUnknownCurrencies({ transaction, newAccount, newInstrument }: TransactionEntry): void {
  const { currency, toCurrency } = transaction as { readonly currency?: string; readonly toCurrency?: string };
  for (const code of [newAccount?.currency, newInstrument?.currency, currency, toCurrency])
    if (code !== undefined) refuseUnknownCurrency(code);
}
