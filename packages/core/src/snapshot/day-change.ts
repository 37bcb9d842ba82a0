import { type EpochDay, type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import type { Prices } from "../cash-flows/cash-flow.ts";
import { exchangeRateOn } from "../fx/exchange-rate.ts";
import type { Holding } from "../holdings/holding.ts";
import { splitFactorBetween } from "../holdings/split-factor.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { Decimal } from "../numbers/decimal.ts";
import { toDecimal } from "../numbers/fixed-point.ts";
import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { priceOn } from "../prices/price-history.ts";

/** How much a holding moved on a day: in its currency, in the base currency, and as a fraction of its price. */
export interface DayChange {
  readonly native: Decimal | undefined;
  readonly base: Decimal | undefined;
  readonly ratio: Measured;
}

/** The newest day on or before a date with a close of something held; undefined when nothing held has one. */
export function newestCloseDay(prices: Prices, holdings: readonly Holding[], date: PlainDate): EpochDay | undefined {
  const today = toEpochDay(date);
  return holdings.reduce<EpochDay | undefined>((newest, { instrument, quantity }) => {
    const day = quantity.isZero() ? undefined : priceOn(prices.get(instrument), today)?.day;
    return day !== undefined && (newest === undefined || day > newest) ? day : newest;
  }, undefined);
}

/**
 * Quantity x (close of `day` - the close before it, restated for a split between the two), at the rate of the date.
 *
 * 0 when the last close is of an earlier day: that move was counted on its own day, and a sum over holdings must be of
 * one day.
 */
export function dayChange(
  ledger: Ledger,
  prices: Prices,
  holding: Holding,
  { date, day }: { readonly date: PlainDate; readonly day: EpochDay | undefined },
): DayChange {
  const history = prices.get(holding.instrument);
  const today = toEpochDay(date);
  const last = priceOn(history, today);
  if (last === undefined) return unknownChange;
  if (last.day !== day) return noChange;
  const before = priceOn(history, last.day - 1);
  if (before === undefined || before.digits === 0n) return unknownChange;
  const rate = exchangeRateOn(ledger.rates, holding.currency, ledger.baseCurrency, today);
  const previous = toDecimal(before.digits, before.scale).div(
    splitFactorBetween(ledger, holding.instrument, before.day, last.day),
  );
  const step = toDecimal(last.digits, last.scale).minus(previous);
  const native = holding.quantity.times(step);
  return {
    native,
    base: rate && native.times(toDecimal(rate.digits, rate.scale)),
    ratio: measured(step.div(previous).toNumber()),
  };
}

const unknownChange: DayChange = { native: undefined, base: undefined, ratio: unmeasured("missing-price") };
const noChange: DayChange = { native: new Decimal(0), base: new Decimal(0), ratio: measured(0) };
