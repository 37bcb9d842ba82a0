import { minorUnitDigits } from "../../../money/currency.ts";
import type { CurrencyCode } from "../../../money/currency.ts";
import { Decimal } from "../../../numbers/decimal.ts";
import { bookExchangeLegs } from "../../reading/exchange-legs.ts";
import type { Findings } from "../../reading/findings.ts";
import { shareOut } from "../../reading/share-out.ts";
import { degiroFields, degiroInstrument } from "./degiro-fields.ts";
import type { DegiroRow } from "./degiro-row.ts";
import type { DegiroTradeText } from "./degiro-trade-text.ts";

/** A fill of an order: a row with a trade and its cash. */
export type DegiroFill = DegiroRow & {
  readonly trade: DegiroTradeText;
  readonly cash: NonNullable<DegiroRow["cash"]>;
};

/** The rows of one order: its fills, its fees and the exchange of currency it caused. */
export interface DegiroOrder {
  readonly fills: readonly DegiroFill[];
  readonly fees: readonly DegiroRow[];
  readonly exchange: readonly DegiroRow[];
}

interface Settlement {
  readonly currency: CurrencyCode;
  /** What each fill moved in that currency, without sign. */
  readonly gross: readonly Decimal[];
  readonly lines: readonly number[];
}

/**
 * Books an order: one trade per fill, the fee shared by gross amount.
 *
 * A trade in a foreign currency that the exchange rows of the order balance to zero is settled in the other currency of
 * those rows; when they do not balance it, they are an exchange of their own.
 */
export function bookDegiroOrder(order: DegiroOrder, findings: Findings): void {
  const fills = order.fills.toSorted(bySizeAndPrice);
  const settlement = settledByExchange(fills, order.exchange) ?? ownCurrency(fills, order.exchange, findings);
  const { own, foreign } = feesIn(settlement.currency, order.fees);
  const fee = sum(own.map(({ cash }) => cash.amount)).negated();
  const fees = shareOut(fee, settlement.gross, minorUnitDigits(settlement.currency));
  const lines = [...own.flatMap(({ row }) => row.lines), ...settlement.lines];
  const booked = fills.map((fill, index) => ({ fill, gross: settlement.gross[index], fee: fees[index] }));
  for (const { fill, gross, fee: share } of booked.toSorted(
    (a, b) => order.fills.indexOf(a.fill) - order.fills.indexOf(b.fill),
  )) {
    bookFill(fill, settlement.currency, gross, share, lines, findings);
  }
  for (const { row, cash } of foreign) bookFeeAlone(row, cash, findings);
}

function bySizeAndPrice(a: DegiroFill, b: DegiroFill): number {
  return b.trade.quantity.comparedTo(a.trade.quantity) || a.trade.price.comparedTo(b.trade.price);
}

function ownCurrency(fills: readonly DegiroFill[], exchange: readonly DegiroRow[], findings: Findings): Settlement {
  const legs = exchange.flatMap((row) =>
    row.cash === undefined ? [] : [{ fields: degiroFields(row), ...row.cash, key: row.orderId }],
  );
  bookExchangeLegs(legs, findings);
  return {
    currency: fills[0]?.cash.currency ?? "EUR",
    gross: fills.map(({ cash }) => cash.amount.abs()),
    lines: [],
  };
}

/** The account's side of the exchange, when its other side takes back exactly what the fills moved. */
function settledByExchange(fills: readonly DegiroFill[], exchange: readonly DegiroRow[]): Settlement | undefined {
  const traded = fills[0]?.cash.currency;
  const moved = sum(fills.map(({ cash }) => cash.amount));
  const back = exchange.filter(({ cash }) => cash?.currency === traded);
  const settled = exchange.filter(({ cash }) => cash !== undefined && cash.currency !== traded);
  const currencies = new Set(settled.map(({ cash }) => cash?.currency));
  const currency = settled[0]?.cash?.currency;
  if (currency === undefined || currencies.size !== 1) return undefined;
  if (!amountOf(back).plus(moved).isZero() || moved.isZero()) return undefined;
  const gross = shareOut(
    amountOf(settled).abs(),
    fills.map(({ cash }) => cash.amount.abs()),
    minorUnitDigits(currency),
  );
  return { currency, gross, lines: [...settled, ...back].flatMap(({ lines }) => lines) };
}

function amountOf(rows: readonly DegiroRow[]): Decimal {
  return sum(rows.map(({ cash }) => cash?.amount ?? new Decimal(0)));
}

function sum(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((total, amount) => total.plus(amount), new Decimal(0));
}

function feesIn(currency: CurrencyCode, fees: readonly DegiroRow[]) {
  const paid = fees.flatMap((row) => (row.cash === undefined ? [] : [{ row, cash: row.cash }]));
  return {
    own: paid.filter(({ cash }) => cash.currency === currency),
    foreign: paid.filter(({ cash }) => cash.currency !== currency),
  };
}

function bookFeeAlone(row: DegiroRow, { amount, currency }: DegiroFill["cash"], findings: Findings): void {
  const kind = amount.isNegative() ? "fee" : "fee-refund";
  findings.book({ ...degiroFields(row), kind, instrument: degiroInstrument(row), currency, grossAmount: amount.abs() });
}

function bookFill(
  fill: DegiroFill,
  currency: CurrencyCode,
  gross: Decimal | undefined,
  fee: Decimal | undefined,
  lines: readonly number[],
  findings: Findings,
): void {
  const { trade, cash } = fill;
  const cancels = cash.amount.isNegative() === (trade.side === "sell") && !cash.amount.isZero();
  const signed = (amount: Decimal | undefined): Decimal | undefined => (cancels ? amount?.negated() : amount);
  const foreign = trade.unit.currency !== currency;
  findings.book({
    ...degiroFields(fill),
    rows: [...fill.lines, ...lines],
    kind: trade.side,
    instrument: degiroInstrument(fill),
    quantity: signed(trade.quantity),
    unitPrice: trade.price.dividedBy(trade.unit.perCurrency),
    priceCurrency: foreign ? trade.unit.currency : undefined,
    currency,
    grossAmount: signed(gross),
    instrumentGrossAmount: foreign ? signed(instrumentGross(fill)) : undefined,
    feeAmount: fee,
    externalId:
      fill.orderId === "" ? undefined : `${fill.orderId} ${trade.quantity.toString()}@${trade.price.toString()}`,
  });
}

/** What the fill moved when that was in the price's currency, else quantity times price. */
function instrumentGross({ trade, cash }: DegiroFill): Decimal {
  if (cash.currency === trade.unit.currency) return cash.amount.abs();
  return trade.quantity.times(trade.price).dividedBy(trade.unit.perCurrency);
}
