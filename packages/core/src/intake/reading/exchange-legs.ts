import type { CurrencyCode } from "../../money/currency.ts";
import type { Decimal } from "../../numbers/decimal.ts";
import type { DraftFields } from "./draft-fields.ts";
import type { Findings } from "./findings.ts";
import { grouped } from "./grouped.ts";

/** One side of a currency exchange. */
export interface ExchangeLeg {
  readonly fields: Omit<DraftFields, "kind" | "currency" | "grossAmount" | "toCurrency" | "toAmount">;
  /** Signed as it moves cash. */
  readonly amount: Decimal;
  readonly currency: CurrencyCode;
  /** What both sides have in common. */
  readonly key: string;
}

/**
 * Books pairs of legs, two currencies with opposite signs, as one `currency-exchange` each.
 *
 * Several exchanges under one key are paired by size, so that the order of rows does not matter. A leg without its other
 * side is reported.
 */
export function bookExchangeLegs(legs: readonly ExchangeLeg[], findings: Findings): void {
  for (const group of grouped(legs, ({ key }) => key).values()) {
    const given = bySize(group.filter(({ amount }) => amount.isNegative()));
    const received = bySize(group.filter(({ amount }) => !amount.isNegative()));
    for (const leg of given) {
      const at = received.findIndex(({ currency }) => currency !== leg.currency);
      const [other] = at < 0 ? [] : received.splice(at, 1);
      if (other === undefined) reportLone(leg, findings);
      else bookPair(leg, other, findings);
    }
    for (const leg of received) reportLone(leg, findings);
  }
}

function bySize(legs: readonly ExchangeLeg[]): ExchangeLeg[] {
  return legs.toSorted((a, b) => b.amount.abs().comparedTo(a.amount.abs()));
}

function bookPair(given: ExchangeLeg, received: ExchangeLeg, findings: Findings): void {
  findings.book({
    ...given.fields,
    rows: [...given.fields.rows, ...received.fields.rows],
    kind: "currency-exchange",
    currency: given.currency,
    grossAmount: given.amount.abs(),
    toCurrency: received.currency,
    toAmount: received.amount,
  });
}

function reportLone({ fields, amount, currency }: ExchangeLeg, findings: Findings): void {
  const message =
    `One side of a currency exchange (${amount.toString()} ${currency}) has no other side in this file. ` +
    "Export a range that holds both rows, or enter the exchange by hand.";
  for (const line of fields.rows) findings.report("unknown-action", line, message);
}
