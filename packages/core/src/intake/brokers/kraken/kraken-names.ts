/** The coin as others call it: Kraken writes X before old coins, a suffix behind staked ones, and XBT for Bitcoin. */
export function krakenCoin(name: string): string {
  const bare = name.replace(/\.[A-Z]$/, "").replace(/^X(?=[A-Z]{3}$)/, "");
  const coin = bare === "BT" ? "XBT" : bare;
  return renamed[coin] ?? coin;
}

const renamed: Readonly<Record<string, string>> = { XBT: "BTC", XDG: "DOGE" };

/** The currency as ISO 4217 calls it: Kraken writes Z before old ones; `.HOLD` is money not yet cleared. */
export function krakenMoney(name: string): string | undefined {
  return /^Z?(EUR|USD|GBP|CAD|JPY|CHF|AUD)(?:\.[A-Z]+)?$/.exec(name)?.[1];
}

/** The two sides of `XXBTZEUR`, `XBT/EUR` or `DOTEUR`; undefined when the second one is no currency. */
export function krakenPair(pair: string): { readonly coin: string; readonly money: string } | undefined {
  const sides = /^(X[A-Z0-9]{3})(Z[A-Z]{3})$/.exec(pair) ?? /^([A-Z0-9.]+?)\/?([A-Z]{3})$/.exec(pair);
  const money = krakenMoney(sides?.[2] ?? "");
  return sides?.[1] === undefined || money === undefined ? undefined : { coin: krakenCoin(sides[1]), money };
}
