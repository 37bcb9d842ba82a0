import { exchangeRateOn } from "../fx/exchange-rate.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { fixedPointOf } from "../numbers/decimal-column.ts";
import { addFixed, type FixedPoint, multiplyFixed, negateFixed } from "../numbers/fixed-point.ts";
import { grossOf } from "../ledger/booked-amount.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { priceOn } from "../prices/price-history.ts";
import type { AccountId } from "../transactions/account.ts";
import { rowAt } from "../transactions/row-order.ts";
import { kindCode } from "../transactions/transaction-columns.ts";
import { type TransactionKind, transactionKinds } from "../transactions/transaction-kind.ts";
import type { CashFlow, DeliveryFlowAt, Prices } from "./cash-flow.ts";
import { exactFlow } from "./exact-flow.ts";

/** What external flows are asked of. */
export interface FlowScope {
  /** The accounts measured together; all when left out. */
  readonly accounts?: readonly AccountId[];
  /** A scope of instruments has other flows: ask {@link scopeFlows}. */
  readonly instruments?: never;
  readonly instrument?: never;
  readonly deliveryFlowAt?: DeliveryFlowAt;
}

const directions: Partial<Record<TransactionKind, 1 | -1>> = {
  deposit: 1,
  "delivery-in": 1,
  "transfer-in": 1,
  withdrawal: -1,
  "delivery-out": -1,
  "transfer-out": -1,
};

/** The direction by the kind's code, 0 for no flow: an array, because every row is looked at. */
const signs: Int8Array = /* @__PURE__ */ Int8Array.from(transactionKinds, (kind) => directions[kind] ?? 0);

/**
 * Every flow across the boundary of a scope, in processing order, in the base currency at the rate of its day.
 *
 * External are deposits, withdrawals, deliveries, and transfers whose other half lies outside the scope; nothing else.
 * A delivery counts at its market value of the day, without a price at its stated amount.
 *
 * Sign: into the scope is positive. Undefined amount: a rate or price is missing.
 *
 * @see docs/methods/cash-flows.md
 */
export function externalFlows(ledger: Ledger, prices: Prices, scope: FlowScope = {}): CashFlow[] {
  const { columns, rejected } = ledger;
  const inScope = scopeTest(ledger, scope.accounts);
  const flows: CashFlow[] = [];
  for (let position = 0; position < columns.count; position++) {
    const row = rowAt(columns, position);
    const sign = signs[columns.kind[row]!]!;
    if (
      sign === 0 ||
      rejected[row] === 1 ||
      !inScope(columns.account[row]!) ||
      staysInside(ledger, row, inScope)
    )
      continue;
    const amount = flowAmount(ledger, prices, row, scope.deliveryFlowAt ?? "market-value");
    flows.push(
      exactFlow(row, columns.day[actingRow(ledger, row)]!, sign === 1 ? amount : amount && negateFixed(amount)),
    );
  }
  return flows;
}

/** Which account positions are measured together. */
export function scopeTest(ledger: Ledger, accounts: readonly AccountId[] | undefined): (account: number) => boolean {
  if (accounts === undefined) return () => true;
  const positions = new Set(accounts.map((id) => ledger.columns.accounts.indexOf(id)));
  return (account) => positions.has(account);
}

function staysInside(ledger: Ledger, row: number, inScope: (account: number) => boolean): boolean {
  const other = ledger.otherHalf[row]!;
  return other >= 0 && inScope(ledger.columns.account[other]!);
}

function flowAmount(
  ledger: Ledger,
  prices: Prices,
  row: number,
  deliveryFlowAt: DeliveryFlowAt,
): FixedPoint | undefined {
  const { columns } = ledger;
  if (columns.instrument[row]! < 0)
    return inBase(ledger, row, columns.currencies[columns.currency[row]!], grossOf(columns, row));
  if (deliveryFlowAt === "gross-amount") return statedAmount(ledger, row);
  return marketValueOf(ledger, prices, row) ?? statedAmount(ledger, row);
}

/** The row that moves the units of a transaction: a pair acts at its outgoing half, on that one's day; all others by themselves. */
export function actingRow({ columns, otherHalf }: Ledger, row: number): number {
  const isPairedIn = columns.kind[row] === kindCode["transfer-in"] && columns.instrument[row]! >= 0;
  return isPairedIn && otherHalf[row]! >= 0 ? otherHalf[row]! : row;
}

/** Market value, in the base currency, of the units a transaction moves, on the day it moves them. */
export function marketValueOf(ledger: Ledger, prices: Prices, listed: number): FixedPoint | undefined {
  const { columns } = ledger;
  const row = actingRow(ledger, listed);
  const position = columns.instrument[row]!;
  const close = priceOn(prices.get(columns.instruments[position]!), columns.day[row]!);
  const quantity = fixedPointOf(columns.quantity, row);
  if (close === undefined || quantity === undefined) return undefined;
  return inBase(ledger, row, ledger.currencyOf[position], {
    digits: quantity.digits * close.digits,
    scale: quantity.scale + close.scale,
  });
}

/** Gross with fee and tax: plus for what comes in, less for what goes out. */
function statedAmount(ledger: Ledger, row: number): FixedPoint | undefined {
  const { columns } = ledger;
  const gross = grossOf(columns, row);
  if (gross === undefined) return undefined;
  const charges = addFixed(
    fixedPointOf(columns.feeAmount, row) ?? nothing,
    fixedPointOf(columns.taxAmount, row) ?? nothing,
  );
  const amount = addFixed(gross, signs[columns.kind[row]!] === 1 ? charges : negateFixed(charges));
  const currency = columns.currencies[columns.currency[row]!] ?? ledger.currencyOf[columns.instrument[row]!];
  return inBase(ledger, row, currency, amount);
}

const nothing: FixedPoint = { digits: 0n, scale: 0 };

function inBase(
  ledger: Ledger,
  row: number,
  currency: CurrencyCode | undefined,
  amount: FixedPoint | undefined,
): FixedPoint | undefined {
  if (amount === undefined || currency === undefined) return undefined;
  const rate = exchangeRateOn(ledger.rates, currency, ledger.baseCurrency, ledger.columns.day[row]!);
  return rate && multiplyFixed(amount, rate);
}
