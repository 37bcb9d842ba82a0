import type { CashFlow, Prices } from "../cash-flows/cash-flow.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { Decimal, type DecimalString } from "../numbers/decimal.ts";
import { type Measured, measured, type UndefinedReason, unmeasured } from "../outcome/measured.ts";
import { priceOn } from "../prices/price-history.ts";
import type { TotalValue } from "../valuation/value-on.ts";

/** What the gain of a range is made of, each exact or undefined with a reason. */
export interface RangeAmounts {
  readonly startValue: Measured<DecimalString>;
  readonly endValue: Measured<DecimalString>;
  readonly netContribution: Measured<DecimalString>;
  readonly gain: Measured<DecimalString>;
}

/**
 * Values at both ends of a range, the flows between them, and gain = end - start - flows.
 *
 * A gain over a start that nobody knows would be the whole value, and one over an unknown end the loss of everything
 * paid for it: so one unknown part leaves the gain undefined.
 */
export function rangeAmounts(
  ledger: Ledger,
  prices: Prices,
  ends: { readonly start: TotalValue; readonly end: TotalValue },
  flows: readonly CashFlow[],
): RangeAmounts {
  const start = valueOf(ends.start);
  const end = valueOf(ends.end);
  const contributed = sumOf(ledger, prices, flows);
  const reason = end.reason ?? start.reason ?? contributed.reason;
  return {
    startValue: asText(start),
    endValue: asText(end),
    netContribution: asText(contributed),
    gain:
      end.value === undefined || start.value === undefined || contributed.value === undefined
        ? unmeasured(reason ?? "missing-price")
        : asText(measured(end.value.minus(start.value).minus(contributed.value))),
  };
}

function valueOf({ known, reason }: TotalValue): Measured<Decimal> {
  return reason === undefined ? measured(known) : unmeasured(reason);
}

function sumOf(ledger: Ledger, prices: Prices, flows: readonly CashFlow[]): Measured<Decimal> {
  const unknown = flows.find(({ amount }) => amount === undefined);
  if (unknown !== undefined) return unmeasured(reasonOf(ledger, prices, unknown));
  return measured(flows.reduce<Decimal>((sum, { amount }) => sum.plus(amount!), new Decimal(0)));
}

/** Cash only lacks a rate; a delivery lacks a price, unless there is one and its rate is what is missing. */
function reasonOf({ columns }: Ledger, prices: Prices, { row, day }: CashFlow): UndefinedReason {
  const instrument = columns.instruments[columns.instrument[row]!];
  const lacksPrice = instrument !== undefined && priceOn(prices.get(instrument), day) === undefined;
  return lacksPrice ? "missing-price" : "missing-rate";
}

function asText(amount: Measured<Decimal>): Measured<DecimalString> {
  return amount.value === undefined ? amount : measured(amount.value.toString());
}
