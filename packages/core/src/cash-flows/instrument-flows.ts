import { exchangeRateOn } from "../fx/exchange-rate.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import { fixedPointOf } from "../numbers/decimal-column.ts";
import { addFixed, type FixedPoint, multiplyFixed, negateFixed } from "../numbers/fixed-point.ts";
import { grossOf } from "../ledger/booked-amount.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { instrumentLinks } from "../ledger/linked-scales.ts";
import { isLaterRow, rowAt } from "../transactions/row-order.ts";
import { rowsByInstrument } from "../transactions/rows-by-instrument.ts";
import { instrumentFilter, type Scope } from "../transactions/scope.ts";
import { kindCode } from "../transactions/transaction-columns.ts";
import type { CashFlow, Prices } from "./cash-flow.ts";
import { exactFlow } from "./exact-flow.ts";
import { actingRow, marketValueOf, scopeTest } from "./external-flows.ts";
import { isReorganization, valueOfArrivals } from "./reorganization-arrivals.ts";

/** Whether positions in the columns belong to a scope of instruments. */
interface InstrumentScope {
  readonly inAccounts: (account: number) => boolean;
  readonly isNamed: (id: InstrumentId | undefined) => boolean;
}

const transferSigns = new Map<number, 1 | -1>([
  [kindCode["transfer-in"], 1],
  [kindCode["transfer-out"], -1],
]);
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
 * Flows into and out of one instrument by itself, or those of a scope, without cash, in the base currency.
 *
 * In: purchases and deliveries with their fees, and fees on the instrument. Out: sales and deliveries less their fees,
 * dividends, interest and capital returned, fee refunds. Taxes stay outside: instrument returns are before tax.
 * A transfer counts at market value when its other half lies outside the scope. A corporate action takes units of the new
 * instrument out of the old one and into the new one, at their market value; a cash part goes out of the old one. When both
 * are in the scope, only the cash part flows.
 */
export function instrumentFlows(ledger: Ledger, prices: Prices, of: InstrumentId | Scope): CashFlow[] {
  const { columns, rejected, otherHalf } = ledger;
  const asked = typeof of === "string" ? { instruments: [of] } : of;
  const scope = { inAccounts: scopeTest(ledger, asked.accounts), isNamed: instrumentFilter(asked) };
  const flows: CashFlow[] = [];
  const rows = rowsOf(ledger, asked);
  for (let at = 0; at < (rows?.length ?? columns.count); at++) {
    const row = rows === undefined ? rowAt(columns, at) : rows[at]!;
    const kind = columns.kind[row]!;
    if (rejected[row] === 1) continue;
    if (isReorganization(kind)) flows.push(...reorganizationFlows(ledger, prices, row, scope));
    if (!scope.inAccounts(columns.account[row]!) || !scope.isNamed(columns.instruments[columns.instrument[row]!]))
      continue;
    const transferSign = transferSigns.get(kind);
    const other = otherHalf[row]!;
    if (transferSign !== undefined && !(other >= 0 && scope.inAccounts(columns.account[other]!))) {
      const amount = marketValueOf(ledger, prices, row) ?? amountWithFee(ledger, prices, row, transferSign);
      const signed = transferSign === 1 ? amount : amount && negateFixed(amount);
      flows.push(exactFlow(row, columns.day[actingRow(ledger, row)]!, signed));
    }
    if (flowsIn.has(kind)) flows.push(exactFlow(row, columns.day[row]!, amountWithFee(ledger, prices, row, 1)));
    const out = flowsOut.has(kind) ? amountWithFee(ledger, prices, row, -1) : undefined;
    if (flowsOut.has(kind)) flows.push(exactFlow(row, columns.day[row]!, out && negateFixed(out)));
  }
  return flows;
}

function reorganizationFlows(ledger: Ledger, prices: Prices, row: number, scope: InstrumentScope): CashFlow[] {
  const { columns } = ledger;
  const day = columns.day[row]!;
  const to = columns.details.get(row)?.toInstrument;
  if (to === undefined) return [];
  // A renaming concerns every account, wherever it is listed.
  if (columns.kind[row] !== kindCode["symbol-change"] && !scope.inAccounts(columns.account[row]!)) return [];
  const isOld = scope.isNamed(columns.instruments[columns.instrument[row]!]);
  const isNew = scope.isNamed(to);
  if (!isOld && !isNew) return [];
  const arrived = isOld && isNew ? nothing : valueOfArrivals(ledger, prices, row, to, scope.inAccounts);
  if (!isOld) return [exactFlow(row, day, arrived)];
  const cash = grossOf(columns, row) === undefined ? nothing : amountWithFee(ledger, prices, row, -1);
  return [exactFlow(row, day, arrived && cash && negateFixed(addFixed(arrived, cash)))];
}

function amountWithFee(ledger: Ledger, prices: Prices, row: number, sign: 1 | -1): FixedPoint | undefined {
  const { columns } = ledger;
  const gross = grossOf(columns, row);
  if (gross === undefined) return marketValueOf(ledger, prices, row);
  const fee = fixedPointOf(columns.feeAmount, row) ?? nothing;
  const currency = columns.currencies[columns.currency[row]!] ?? ledger.currencyOf[columns.instrument[row]!]!;
  const rate = exchangeRateOn(ledger.rates, currency, ledger.baseCurrency, columns.day[row]!);
  return rate && multiplyFixed(addFixed(gross, sign === 1 ? fee : negateFixed(fee)), rate);
}

const nothing: FixedPoint = { digits: 0n, scale: 0 };

/** The rows that may move a single instrument, in processing order; undefined to look at all. */
function rowsOf({ columns }: Ledger, { instrument, instruments }: Scope): readonly number[] | undefined {
  const single = instruments === undefined ? instrument : instruments.length === 1 ? instruments[0] : undefined;
  if (single === undefined) return undefined;
  const position = columns.instruments.indexOf(single);
  const own = rowsByInstrument(columns)[position] ?? [];
  const arrivals = instrumentLinks(columns).flatMap(({ row, from, to }) =>
    to === position && from !== position ? [row] : [],
  );
  if (arrivals.length === 0) return own;
  return [...own, ...arrivals].sort((a, b) => (isLaterRow(columns, a, b) ? 1 : -1));
}
