import { fromEpochDay, type Ledger, type PlainDate, type Prices, toEpochDay } from "@portfolio/core";
import { tradingDays } from "@portfolio/core/measures";

const lookBackDays = 14;

/** The trading day that the change of the day is counted from; undefined without one in the last two weeks. */
export function tradingDayBefore(ledger: Ledger, prices: Prices, to: PlainDate): PlainDate | undefined {
  const last = toEpochDay(to);
  const isTrading = tradingDays(ledger, prices, { from: fromEpochDay(last - lookBackDays), to });
  // The newest close may itself be of an earlier day: one day's change is from the trading day before that one.
  const days = [...isTrading.keys()].filter((d) => isTrading[d] === 1);
  const newest = days.at(-1) === lookBackDays ? days.at(-2) : (days.at(-2) ?? days.at(-1));
  return newest === undefined ? undefined : fromEpochDay(last - lookBackDays + newest);
}
