import { fromEpochDay, type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import type { Prices } from "../cash-flows/cash-flow.ts";
import { grossOf } from "../ledger/booked-amount.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { rateOfRow, type TransactionRates } from "../ledger/transaction-rates.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { addFixed, type FixedPoint, multiplyFixed, toDecimal } from "../numbers/fixed-point.ts";
import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";
import { mean } from "../series/compensated-sum.ts";
import { valueSeries } from "../series/value-series.ts";
import { rowAt } from "../transactions/row-order.ts";
import { instrumentFilter, type Scope } from "../transactions/scope.ts";
import { kindCode } from "../transactions/transaction-columns.ts";
import { dailyValuation } from "../valuation/daily-valuation.ts";
import { totalValueOn } from "../valuation/value-on.ts";

/** What turnover is asked about: a scope, after the close of `from`, up to and including `to`. */
export interface TurnoverQuery extends Scope {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const daysPerYear = 365;

/**
 * Turnover: the smaller of purchases and sales / average value, per year.
 *
 * The smaller one leaves out what was only paid in or taken out. Purchases and sales are gross, without fees and taxes,
 * each at its own rate. The average is that of the closes of all calendar days of the range. A scope that names instruments
 * has no cash in its value.
 *
 * Units: fraction a year (0.5: half of the portfolio is exchanged in a year).
 * Undefined: `from` is `to` -> `too-few-observations`; a close of the range lacks a price or rate -> `missing-price` or
 * `missing-rate`; a trade has no rate -> `missing-rate`; the average is 0 or less -> `no-capital`.
 * Cost: O(transactions + days).
 *
 * @throws {PortfolioError} `date-out-of-range`: `to` lies before `from`
 * @see docs/methods/allocation.md
 */
export function turnover(ledger: Ledger, prices: Prices, { from, to, ...scope }: TurnoverQuery): Measured {
  const days = toEpochDay(to) - toEpochDay(from);
  if (days < 0)
    throw new PortfolioError("date-out-of-range", `The range ends on ${to}, before it begins (${from}). Swap them.`, {
      from,
      to,
    });
  if (days === 0) return unmeasured("too-few-observations");
  const average = averageValue(ledger, prices, { from, to, ...scope });
  if (average.value === undefined) return average;
  const traded = tradedAmounts(ledger, { from, to, ...scope });
  if (traded === undefined) return unmeasured("missing-rate");
  if (average.value <= 0) return unmeasured("no-capital");
  return measured((Math.min(traded.purchases, traded.sales) / average.value) * (daysPerYear / days));
}

function averageValue(ledger: Ledger, prices: Prices, { from, to, ...scope }: TurnoverQuery): Measured {
  const { values, firstDay } = valueSeries(dailyValuation(ledger, prices, { ...scope, from, to }), []);
  const closes = values.subarray(1);
  const unknown = closes.findIndex((value) => Number.isNaN(value));
  if (unknown < 0) return measured(mean(closes));
  const { reason } = totalValueOn(ledger, prices, fromEpochDay(firstDay + 1 + unknown), scope);
  return unmeasured(reason ?? "missing-price");
}

/** Gross purchases and sales in the base currency; undefined when a rate is missing. */
function tradedAmounts(
  ledger: Ledger,
  query: TurnoverQuery,
): { readonly purchases: number; readonly sales: number } | undefined {
  const { columns, rejected } = ledger;
  const rates: TransactionRates = { table: ledger.rates, baseCurrency: ledger.baseCurrency, known: new Map() };
  const isWanted = tradeFilter(ledger, query);
  const sums = { purchases: zero, sales: zero };
  for (let position = 0; position < columns.count; position++) {
    const row = rowAt(columns, position);
    if (rejected[row] === 1 || !isWanted(row)) continue;
    const gross = grossOf(columns, row) ?? zero;
    const currency: CurrencyCode = ledger.currencyOf[columns.instrument[row]!] ?? ledger.baseCurrency;
    const rate = rateOfRow(columns, row, currency, rates);
    if (rate === undefined) return undefined;
    const side = columns.kind[row] === kindCode.buy ? "purchases" : "sales";
    sums[side] = addFixed(sums[side], multiplyFixed(gross, rate));
  }
  return { purchases: double(sums.purchases), sales: double(sums.sales) };
}

const zero: FixedPoint = { digits: 0n, scale: 0 };

function double({ digits, scale }: FixedPoint): number {
  return toDecimal(digits, scale).toNumber();
}

function tradeFilter({ columns }: Ledger, { from, to, ...scope }: TurnoverQuery): (row: number) => boolean {
  const [after, last] = [toEpochDay(from), toEpochDay(to)];
  const accounts = scope.accounts && new Set(scope.accounts);
  const isNamed = instrumentFilter(scope);
  return (row) => {
    const kind = columns.kind[row]!;
    if (kind !== kindCode.buy && kind !== kindCode.sell) return false;
    const day = columns.day[row]!;
    if (day <= after || day > last || !isNamed(columns.instruments[columns.instrument[row]!])) return false;
    return accounts === undefined || accounts.has(columns.accounts[columns.account[row]!]!);
  };
}
