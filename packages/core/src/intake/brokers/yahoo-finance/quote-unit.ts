import { type CurrencyUnit, readCurrency } from "../../reading/currency-unit.ts";

/** Units that markets quote in, by the suffix Yahoo gives their symbols. */
const unitsBySuffix: Readonly<Record<string, readonly string[]>> = {
  EUR: ["AS", "AT", "BE", "BR", "DE", "DU", "F", "HA", "HE", "HM", "IR", "LS", "MC", "MI", "MU", "PA", "SG", "VI"],
  GBX: ["L"],
  CHF: ["SW"],
  SEK: ["ST"],
  NOK: ["OL"],
  DKK: ["CO"],
  PLN: ["WA"],
  CZK: ["PR"],
  HUF: ["BD"],
  TRY: ["IS"],
  ILA: ["TA"],
  ZAc: ["JO"],
  CAD: ["CN", "NE", "TO", "V"],
  MXN: ["MX"],
  BRL: ["SA"],
  AUD: ["AX"],
  NZD: ["NZ"],
  JPY: ["T"],
  HKD: ["HK"],
  CNY: ["SS", "SZ"],
  KRW: ["KQ", "KS"],
  TWD: ["TW", "TWO"],
  INR: ["BO", "NS"],
  SGD: ["SI"],
  IDR: ["JK"],
  THB: ["BK"],
};

/**
 * What the price of a Yahoo symbol is quoted in: `VOD.L` in pence, `BTC-EUR` in euro, `AAPL` in dollars.
 *
 * Undefined: a suffix we do not know.
 */
export function quoteUnitOf(symbol: string): CurrencyUnit | undefined {
  const crossed = crossCurrency(symbol);
  if (crossed !== undefined) return crossed;
  const suffix = /\.([A-Z]{1,3})$/.exec(symbol)?.[1];
  if (suffix === undefined) return readCurrency("USD");
  const unit = Object.entries(unitsBySuffix).find(([, suffixes]) => suffixes.includes(suffix))?.[0];
  return unit === undefined ? undefined : readCurrency(unit);
}

/** Whether a symbol is a coin and the currency it is priced in. */
export function isPair(symbol: string): boolean {
  return crossCurrency(symbol) !== undefined;
}

/** A dash also parts share classes (`BRK-B`); three letters after it that are no currency are one of those. */
function crossCurrency(symbol: string): CurrencyUnit | undefined {
  return readCurrency(/^[A-Z0-9]+-([A-Z]{3})$/.exec(symbol)?.[1] ?? "");
}
