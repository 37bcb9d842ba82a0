import type { CurrencyCode } from "../money/currency.ts";
import type { DecimalString } from "../numbers/decimal.ts";
import { fixedPointOf } from "../numbers/decimal-column.ts";
import { digitsAt, type FixedPoint, parseFixedPoint, toDecimalString } from "../numbers/fixed-point.ts";
import type { Transaction } from "../transactions/transaction.ts";
import { packTransactions } from "../transactions/pack-transactions.ts";
import { rowAt } from "../transactions/row-order.ts";
import { kindCode, type TransactionColumns } from "../transactions/transaction-columns.ts";
import { grossOf } from "./booked-amount.ts";
import type { Ledger } from "./ledger.ts";

/** Cash moved by one leg of a transaction; positive into the account. */
export interface CashEffect {
  readonly row: number;
  readonly account: number;
  readonly currency: CurrencyCode;
  readonly amount: FixedPoint;
  /** The other leg of a currency exchange: what was got for what was given. */
  readonly isCounterpart?: true;
}

const zero: FixedPoint = { digits: 0n, scale: 0 };

/** Direction of the gross amount for kinds where fee and tax are always paid out of the same cash. */
const grossSign = new Map<number, 1n | -1n>([
  [kindCode.buy, -1n],
  [kindCode.sell, 1n],
  [kindCode.deposit, 1n],
  [kindCode.withdrawal, -1n],
  [kindCode["transfer-in"], 1n],
  [kindCode["transfer-out"], -1n],
  [kindCode.dividend, 1n],
  [kindCode.interest, 1n],
  [kindCode["interest-charge"], -1n],
  [kindCode["return-of-capital"], 1n],
  [kindCode.fee, -1n],
  [kindCode.tax, -1n],
  [kindCode["fee-refund"], 1n],
  [kindCode["tax-refund"], 1n],
  [kindCode["currency-exchange"], -1n],
  [kindCode.merger, 1n],
]);

/** Kinds that cost fee and tax in cash, while their gross moves none. */
const chargesOnly = new Set([
  kindCode["spin-off"],
  kindCode.accumulation,
  kindCode["staking-reward"],
  kindCode.airdrop,
]);

/**
 * All cash movements of a ledger in processing order; a transaction without effect moves none.
 *
 * What each kind moves: docs/methods/transaction-effects.md.
 */
export function cashEffects(ledger: Ledger): CashEffect[] {
  const { columns, rejected } = ledger;
  const effects: CashEffect[] = [];
  for (let position = 0; position < columns.count; position++) {
    const row = rowAt(columns, position);
    if (rejected[row] === 0) pushCashEffects(columns, row, effects);
  }
  return effects;
}

/** What the transaction of a row moves, whatever the ledger makes of it. */
export function pushCashEffects(columns: TransactionColumns, row: number, effects: CashEffect[]): void {
  const currency = columns.currencies[columns.currency[row]!];
  if (currency === undefined) return;
  const account = columns.account[row]!;
  const amount = cashAmount(columns, row);
  if (amount.digits !== 0n) effects.push({ row, account, currency, amount });
  if (columns.kind[row] !== kindCode["currency-exchange"]) return;
  const { toCurrency, toAmount } = columns.details.get(row) ?? {};
  if (toCurrency === undefined || toAmount === undefined) return;
  effects.push({ row, account, currency: toCurrency, amount: parseFixedPoint(toAmount), isCounterpart: true });
}

/**
 * What one transaction moves in its own currency, signed; undefined when no cash moves. The same rule as the ledger's,
 * whatever the ledger then makes of the transaction.
 *
 * @throws {PortfolioError} `invalid-decimal`: an amount is no decimal text
 */
export function cashEffectOf(transaction: Transaction): DecimalString | undefined {
  const { digits, scale } = cashAmount(packTransactions([transaction]), 0);
  return digits === 0n ? undefined : toDecimalString(digits, scale);
}

/** Cash of a transaction's own currency: gross by the kind's direction, less fee and tax. */
function cashAmount(columns: TransactionColumns, row: number): FixedPoint {
  const kind = columns.kind[row]!;
  const sign = grossSign.get(kind);
  if (sign === undefined && !chargesOnly.has(kind)) return zero;
  const gross = movesGross(columns, row) ? (grossOf(columns, row) ?? zero) : zero;
  const accrued = optional(columns.details.get(row)?.accruedInterest);
  const fee = fixedPointOf(columns.feeAmount, row) ?? zero;
  const tax = fixedPointOf(columns.taxAmount, row) ?? zero;
  const scale = Math.max(gross.scale, accrued.scale, fee.scale, tax.scale);
  const moved = (sign ?? 1n) * (digitsAt(gross, scale) + digitsAt(accrued, scale));
  return { digits: moved - digitsAt(fee, scale) - digitsAt(tax, scale), scale };
}

/** Whether cash moves by the gross amount: a transfer of an instrument moves none but its charges. */
export function movesGross(columns: TransactionColumns, row: number): boolean {
  const kind = columns.kind[row]!;
  return grossSign.has(kind) && !(isTransfer(kind) && columns.instrument[row]! >= 0);
}

/** Which way the gross amount moves cash, and accrued interest with it: 1 into the account. */
export function cashDirection(columns: TransactionColumns, row: number): 1n | -1n {
  return grossSign.get(columns.kind[row]!) ?? 1n;
}

function isTransfer(kind: number): boolean {
  return kind === kindCode["transfer-in"] || kind === kindCode["transfer-out"];
}

function optional(text: string | undefined): FixedPoint {
  return text === undefined ? zero : parseFixedPoint(text);
}
