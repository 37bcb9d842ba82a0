import { Decimal, type DecimalString, type PlainDate, quotationUnit } from "@portfolio/core";
import type { ProxyPriceHistory } from "./proxy-client.ts";

/** A close as it was traded, in the instrument's currency. */
export type TradedClose = readonly [PlainDate, DecimalString];

/**
 * Undoes a source's restating: closes as traded, in the currency and not its quotation unit.
 *
 * A source that restates multiplies nothing but divides each close by all later splits; multiplied by them again and
 * rounded to the tick, the traded close is back. Applying the person's own split transactions then moves quantity and
 * price together.
 */
export function tradedCloses(history: ProxyPriceHistory): TradedClose[] {
  const unitDigits = quotationUnit(history.quotationUnit ?? "")?.digits ?? 0;
  const unit = new Decimal(10).pow(unitDigits);
  return history.closes
    .filter(({ final }) => final)
    .map(({ date, close }): TradedClose => {
      const ratio = history.splits.reduce(
        (product, split) => (split.date > date ? product.times(split.numerator).div(split.denominator) : product),
        new Decimal(1),
      );
      const traded = ratio.eq(1)
        ? new Decimal(close)
        : new Decimal(close).times(ratio).toDecimalPlaces(history.tradedPriceDigits, Decimal.ROUND_HALF_EVEN);
      return [date, traded.div(unit).toString()];
    });
}
