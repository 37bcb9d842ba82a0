import type { EpochDay } from "../calendar/plain-date.ts";
import { exchangeRateOn } from "../fx/exchange-rate.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { namesInUse } from "../transactions/names-in-use.ts";
import { firstDayOf } from "../transactions/row-order.ts";

/**
 * The currencies of a ledger that have no rate to the base currency on its first day, each with the first day that has
 * one; Infinity when none up to `lastDay` does.
 *
 * A rate once known is known ever after, so a few look-ups find the day. Cost: O(currencies x log days).
 */
export function ratedFrom(ledger: Ledger, lastDay: EpochDay): ReadonlyMap<CurrencyCode, EpochDay> {
  const { columns, currencyOf, baseCurrency } = ledger;
  const used = namesInUse(columns);
  const held = used.instruments.map((id) => currencyOf[columns.instruments.indexOf(id)]);
  const currencies = new Set([...used.currencies, ...held.filter((currency) => currency !== undefined)]);
  currencies.delete(baseCurrency);
  const firstDay = firstDayOf(columns) ?? lastDay;
  const late = new Map<CurrencyCode, EpochDay>();
  for (const currency of currencies) {
    const isKnown = (day: EpochDay): boolean => exchangeRateOn(ledger.rates, currency, baseCurrency, day) !== undefined;
    if (isKnown(firstDay)) continue;
    late.set(currency, isKnown(lastDay) ? firstKnown(isKnown, firstDay, lastDay) : Infinity);
  }
  return late;
}

/** `unknown` has no rate, `known` has one; what lies between is halved. */
function firstKnown(isKnown: (day: EpochDay) => boolean, firstDay: EpochDay, lastDay: EpochDay): EpochDay {
  let unknown = firstDay;
  let known = lastDay;
  while (known - unknown > 1) {
    const middle = (unknown + known) >> 1;
    if (isKnown(middle)) known = middle;
    else unknown = middle;
  }
  return known;
}
