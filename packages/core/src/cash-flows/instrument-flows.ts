import { exchangeRateOn } from "../fx/exchange-rate.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import { type Decimal, Decimal as DecimalClass } from "../numbers/decimal.ts";
import { fixedPointOf } from "../numbers/decimal-column.ts";
import { toDecimal } from "../numbers/fixed-point.ts";
import { grossOf } from "../ledger/booked-amount.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { kindCode } from "../transactions/transaction-columns.ts";
import type { CashFlow, Prices } from "./cash-flow.ts";
import { marketValueOf } from "./external-flows.ts";

const flowsIn = new Set([kindCode.buy, kindCode["delivery-in"], kindCode.fee]);
const flowsOut = new Set([
  kindCode.sell,
  kindCode["delivery-out"],
  kindCode.dividend,
  kindCode.interest,
  kindCode["return-of-capital"],
  kindCode["fee-refund"],
]);

/**
 * Flows into and out of one instrument by itself, without cash, in the base currency.
 *
 * In: purchases and deliveries with their fees, and fees on the instrument. Out: sales and deliveries less their fees,
 * dividends, interest and capital returned, fee refunds. Taxes stay outside: instrument returns are before tax.
 */
export function instrumentFlows(ledger: Ledger, prices: Prices, instrument: InstrumentId): CashFlow[] {
  const { columns, rejected } = ledger;
  const position = columns.instruments.indexOf(instrument);
  const flows: CashFlow[] = [];
  for (let row = 0; row < columns.count; row++) {
    const kind = columns.kind[row]!;
    if (columns.instrument[row] !== position || rejected[row] === 1) continue;
    if (flowsIn.has(kind)) flows.push({ row, day: columns.day[row]!, amount: amountWithFee(ledger, prices, row, 1) });
    if (flowsOut.has(kind))
      flows.push({ row, day: columns.day[row]!, amount: amountWithFee(ledger, prices, row, -1)?.negated() });
  }
  return flows;
}

function amountWithFee(ledger: Ledger, prices: Prices, row: number, sign: 1 | -1): Decimal | undefined {
  const { columns } = ledger;
  const gross = grossOf(columns, row);
  if (gross === undefined) return marketValueOf(ledger, prices, row);
  const fee = fixedPointOf(columns.feeAmount, row);
  const currency = columns.currencies[columns.currency[row]!] ?? ledger.currencyOf[columns.instrument[row]!]!;
  const rate = exchangeRateOn(ledger.rates, currency, ledger.baseCurrency, columns.day[row]!);
  const feeAmount = fee === undefined ? new DecimalClass(0) : toDecimal(fee.digits, fee.scale);
  const amount = toDecimal(gross.digits, gross.scale).plus(feeAmount.times(sign));
  return rate && amount.times(toDecimal(rate.digits, rate.scale));
}
