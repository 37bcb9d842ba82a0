import { fromEpochDay, type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { grossOf } from "../ledger/booked-amount.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { rateOfRow, type TransactionRates } from "../ledger/transaction-rates.ts";
import { fixedPointOf } from "../numbers/decimal-column.ts";
import {
  addFixed,
  type FixedPoint,
  multiplyFixed,
  negateFixed,
  parseFixedPoint,
  toDecimal,
} from "../numbers/fixed-point.ts";
import { type Scope, instrumentFilter } from "../transactions/scope.ts";
import { rowAt } from "../transactions/row-order.ts";
import { transactionKinds } from "../transactions/transaction-kind.ts";
import type { IncomeAmounts, IncomeKind, IncomePayment } from "./income-payment.ts";

/** What income is asked about: a scope, after the day `after`, up to and including `on`; everything when left out. */
export interface IncomeQuery extends Scope {
  readonly after?: PlainDate;
  readonly on?: PlainDate;
  /** These kinds only. */
  readonly kinds?: readonly IncomeKind[];
}

interface Booked {
  readonly kind: IncomeKind;
  readonly gross: FixedPoint;
  readonly withheldTax: FixedPoint;
  readonly fee: FixedPoint;
}

const zero: FixedPoint = { digits: 0n, scale: 0 };

/**
 * Income received, one entry for each transaction, in processing order: dividends, interest, rewards, taxes kept back.
 *
 * Native amounts are as booked; base amounts at the transaction's own rate, else that of its day, all exact. A
 * transaction that has no effect in the ledger is left out, and so are dividends that lower cost by option.
 *
 * Sign: received is positive; an interest charge, interest bought with a bond and a correction are negative.
 * Cost: O(transactions).
 *
 * @throws {PortfolioError} `invalid-date`: a limit of the range is none
 * @see docs/methods/income.md
 * @example
 * const ledger = replayLedger({
 *   columns: packTransactions([
 *     { id: "a", account: "broker", kind: "buy", tradeDate: "2026-01-05", currency: "USD", instrument: "acme", quantity: "10", unitPrice: "50" },
 *     { id: "b", account: "broker", kind: "dividend", tradeDate: "2026-03-02", currency: "USD", instrument: "acme", grossAmount: "20", taxAmount: "3", exchangeRate: "0.9" },
 *   ]),
 *   instrumentCurrencies: new Map([["acme", "USD"]]),
 *   baseCurrency: "EUR",
 *   rates: rateTable([]),
 * });
 * incomePayments(ledger).map(({ date, net, currency, base }) => `${date}: ${net} ${currency}, ${base?.net} EUR`);
 * // => ["2026-03-02: 17 USD, 15.3 EUR"]
 */
export function incomePayments(ledger: Ledger, query: IncomeQuery = {}): IncomePayment[] {
  const { columns, rejected } = ledger;
  const isWanted = rowFilter(ledger, query);
  const rates: TransactionRates = { table: ledger.rates, baseCurrency: ledger.baseCurrency, known: new Map() };
  const payments: IncomePayment[] = [];
  for (let position = 0; position < columns.count; position++) {
    const row = rowAt(columns, position);
    if (rejected[row] === 1 || !isWanted(row)) continue;
    for (const booked of bookedIncome(ledger, row))
      if (query.kinds === undefined || query.kinds.includes(booked.kind))
        payments.push(payment(ledger, rates, row, booked));
  }
  return payments;
}

function rowFilter({ columns }: Ledger, query: IncomeQuery): (row: number) => boolean {
  const after = query.after === undefined ? -Infinity : toEpochDay(query.after);
  const on = query.on === undefined ? Infinity : toEpochDay(query.on);
  const accounts = query.accounts && new Set(query.accounts);
  const isNamed = instrumentFilter(query);
  return (row) => {
    const day = columns.day[row]!;
    if (day <= after || day > on || !isNamed(columns.instruments[columns.instrument[row]!])) return false;
    return accounts === undefined || accounts.has(columns.accounts[columns.account[row]!]!);
  };
}

/** What a transaction brings: nothing for most kinds, for a bond trade the interest bought or sold. */
function bookedIncome({ columns, options }: Ledger, row: number): Booked[] {
  const kind = transactionKinds[columns.kind[row]!]!;
  const gross = grossOf(columns, row) ?? zero;
  const withheldTax = fixedPointOf(columns.taxAmount, row) ?? zero;
  const fee = fixedPointOf(columns.feeAmount, row) ?? zero;
  switch (kind) {
    case "dividend":
      return options.dividendReducesCost ? [] : [{ kind, gross, withheldTax, fee }];
    case "interest":
    case "accumulation":
    case "staking-reward":
    case "airdrop":
      return [{ kind, gross, withheldTax, fee }];
    case "interest-charge":
      return [{ kind, gross: negateFixed(gross), withheldTax, fee }];
    case "tax":
    case "tax-refund": {
      if (columns.instrument[row]! < 0) return [];
      return [
        { kind: "withheld-tax", gross: zero, withheldTax: kind === "tax" ? gross : negateFixed(gross), fee: zero },
      ];
    }
    case "buy":
    case "sell": {
      const accrued = columns.details.get(row)?.accruedInterest;
      if (accrued === undefined) return [];
      const amount = parseFixedPoint(accrued);
      const income = kind === "buy" ? negateFixed(amount) : amount;
      return [{ kind: "accrued-interest", gross: income, withheldTax: zero, fee: zero }];
    }
    default:
      return [];
  }
}

function payment(ledger: Ledger, rates: TransactionRates, row: number, booked: Booked): IncomePayment {
  const { columns, currencyOf, baseCurrency } = ledger;
  const position = columns.instrument[row]!;
  const currency: CurrencyCode = columns.currencies[columns.currency[row]!] ?? currencyOf[position] ?? baseCurrency;
  const rate = rateOfRow(columns, row, currency, rates);
  return {
    transaction: columns.ids[row]!,
    kind: booked.kind,
    date: fromEpochDay(columns.day[row]!),
    account: columns.accounts[columns.account[row]!]!,
    instrument: columns.instruments[position],
    currency,
    ...amounts(booked, (amount) => amount),
    base: rate && amounts(booked, (amount) => multiplyFixed(amount, rate)),
  };
}

function amounts({ gross, withheldTax, fee }: Booked, convert: (amount: FixedPoint) => FixedPoint): IncomeAmounts {
  const net = addFixed(gross, negateFixed(addFixed(withheldTax, fee)));
  const [g, w, f, n] = [gross, withheldTax, fee, net].map((amount) => {
    const { digits, scale } = convert(amount);
    return toDecimal(digits, scale);
  });
  return { gross: g!, withheldTax: w!, fee: f!, net: n! };
}
