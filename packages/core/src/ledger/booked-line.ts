import type { InstrumentId } from "../instrument/instrument.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { fixedPointOf, hasDecimal } from "../numbers/decimal-column.ts";
import { type FixedPoint, parseFixedPoint } from "../numbers/fixed-point.ts";
import { rowAt } from "../transactions/row-order.ts";
import { rowsByInstrument } from "../transactions/rows-by-instrument.ts";
import { kindCode } from "../transactions/transaction-columns.ts";
import { grossOf } from "./booked-amount.ts";
import type { Ledger } from "./ledger.ts";

/** The sums a ledger keeps beside cost and gain. */
export type LineKind = "income" | "fees" | "taxes";

/** The amounts of a transaction that are booked as income, fee or tax. */
export type BookedField = "gross" | "accruedInterest" | "feeAmount" | "taxAmount";

/** One amount of income, fee or tax as booked, in the transaction's currency. `row` and `account` are positions in the columns. */
export interface BookedLine {
  readonly row: number;
  readonly line: LineKind;
  readonly account: number;
  readonly instrument: InstrumentId | undefined;
  readonly currency: CurrencyCode;
  readonly amount: FixedPoint;
  /** Which amount of the transaction it is. */
  readonly field: BookedField;
}

const incomeKinds = new Map<number, 1n | -1n>([
  [kindCode.dividend, 1n],
  [kindCode.interest, 1n],
  [kindCode["interest-charge"], -1n],
  [kindCode.accumulation, 1n],
  [kindCode["staking-reward"], 1n],
  [kindCode.airdrop, 1n],
]);
const chargeKinds = new Map<number, readonly [LineKind, 1n | -1n]>([
  [kindCode.fee, ["fees", 1n]],
  [kindCode["fee-refund"], ["fees", -1n]],
  [kindCode.tax, ["taxes", 1n]],
  [kindCode["tax-refund"], ["taxes", -1n]],
]);

/**
 * Every amount of the wanted lines, of one instrument where one is named, in processing order: income is gross; fees and taxes include those on trades.
 *
 * Sign: income received, fees and taxes paid are positive.
 */
export function bookedLines(
  ledger: Ledger,
  wanted: readonly LineKind[] = ["income", "fees", "taxes"],
  of?: InstrumentId,
): BookedLine[] {
  const { columns, rejected, options } = ledger;
  const lines: BookedLine[] = [];
  const own = of === undefined ? undefined : (rowsByInstrument(columns)[columns.instruments.indexOf(of)] ?? []);
  for (let at = 0; at < (own?.length ?? columns.count); at++) {
    const row = own === undefined ? rowAt(columns, at) : own[at]!;
    if (rejected[row] === 1) continue;
    const kind = columns.kind[row]!;
    const push = (line: LineKind, field: BookedField, amount: FixedPoint | undefined, sign: 1n | -1n): void => {
      if (!wanted.includes(line) || amount === undefined || amount.digits === 0n) return;
      const position = columns.instrument[row]!;
      const currency = columns.currencies[columns.currency[row]!] ?? ledger.currencyOf[position] ?? ledger.baseCurrency;
      const instrument = columns.instruments[position];
      lines.push({
        row,
        line,
        field,
        account: columns.account[row]!,
        instrument,
        currency,
        amount: { digits: amount.digits * sign, scale: amount.scale },
      });
    };
    const income = incomeKinds.get(kind);
    if (income !== undefined && !(kind === kindCode.dividend && options.dividendReducesCost))
      push("income", "gross", grossOf(columns, row), income);
    const charge = chargeKinds.get(kind);
    if (charge !== undefined) push(charge[0], "gross", grossOf(columns, row), charge[1]);
    const accrued = columns.details.get(row)?.accruedInterest;
    if (accrued !== undefined)
      push("income", "accruedInterest", parseFixedPoint(accrued), kind === kindCode.buy ? -1n : 1n);
    if (wanted.includes("fees") && hasDecimal(columns.feeAmount, row))
      push("fees", "feeAmount", fixedPointOf(columns.feeAmount, row), 1n);
    if (wanted.includes("taxes") && hasDecimal(columns.taxAmount, row))
      push("taxes", "taxAmount", fixedPointOf(columns.taxAmount, row), 1n);
  }
  return lines;
}
