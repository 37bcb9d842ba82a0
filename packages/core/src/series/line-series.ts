import type { PlainDate } from "../calendar/plain-date.ts";
import type { CashFlow, DeliveryFlowAt, Prices } from "../cash-flows/cash-flow.ts";
import { type LineBookings, lineBookings } from "../cash-flows/line-bookings.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { powerOfTen } from "../numbers/fixed-point.ts";
import type { Scope } from "../transactions/scope.ts";
import { dailyValuation } from "../valuation/daily-valuation.ts";
import { rateRow } from "../valuation/rate-row.ts";
import { type ValueSeries, valueSeries } from "./value-series.ts";

/**
 * What one line of a scope, an instrument or all its cash together, gained on each day after the first, and from what.
 *
 * Entry d - 1 of every column is day d. `gains` = `prices` + `income` + `currency` - `charges` - `taxes`. `atWork` is the
 * line's value at the close before and what flowed in on the day. Units: base currency. NaN on days with something unknown.
 *
 * `currency` of an instrument is what the exchange rate did to the value of the close before; `prices` is the rest. Of
 * cash it is what is neither income nor charge nor tax, the spread of exchanges included.
 */
export interface LineSeries {
  /** Undefined for the cash. */
  readonly instrument: InstrumentId | undefined;
  readonly atWork: Float64Array;
  readonly gains: Float64Array;
  readonly prices: Float64Array;
  readonly income: Float64Array;
  readonly currency: Float64Array;
  readonly charges: Float64Array;
  readonly taxes: Float64Array;
}

/** The days and the scope whose lines are asked for: the first day is the close they start from. */
export interface LineSeriesQuery {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Everything when left out. A scope that names instruments has no line of cash, and its lines are before tax. */
  readonly scope?: Scope;
  readonly deliveryFlowAt?: DeliveryFlowAt;
}

/**
 * The lines of a scope that moved or held something, one after the other: each is made when it is asked for, because all of
 * them over many years would fill the memory. Their gains add up to those of the scope.
 *
 * Cost: O(transactions + days) and O(days) for each line.
 *
 * @throws {PortfolioError} `invalid-date`: `from` or `to` is no date
 * @see docs/methods/contribution.md
 */
export function* lineSeries(ledger: Ledger, prices: Prices, query: LineSeriesQuery): Generator<LineSeries> {
  const { scope = {}, deliveryFlowAt } = query;
  const flowQuery = { ...scope, ...(deliveryFlowAt === undefined ? {} : { deliveryFlowAt }) };
  const accounts = scope.accounts === undefined ? {} : { accounts: scope.accounts };
  for (const [instrument, bookings] of lineBookings(ledger, prices, flowQuery)) {
    const days = { ...accounts, from: query.from, to: query.to };
    const of =
      instrument === undefined ? { withoutInstruments: true } : { instruments: [instrument], withoutCash: true };
    const series = valueSeries(dailyValuation(ledger, prices, { ...days, ...of }), bookings.flows);
    if (isIdle(series)) continue;
    yield lineOf(ledger, instrument, series, bookings);
  }
}

function isIdle({ values, inflows, outflows }: ValueSeries): boolean {
  return [values, inflows, outflows].every((column) => column.every((value) => value === 0));
}

function lineOf(
  ledger: Ledger,
  instrument: InstrumentId | undefined,
  series: ValueSeries,
  bookings: LineBookings,
): LineSeries {
  const { firstDay, values, inflows, outflows } = series;
  const length = Math.max(values.length - 1, 0);
  const sums = (flows: readonly CashFlow[]): Float64Array => dailySums(flows, firstDay, length);
  const [income, charges, taxes] = [sums(bookings.income), sums(bookings.charges), sums(bookings.taxes)];
  const atWork = new Float64Array(length);
  const gains = new Float64Array(length);
  for (let d = 0; d < length; d++) {
    atWork[d] = values[d]! + inflows[d + 1]!;
    gains[d] = values[d + 1]! + outflows[d + 1]! - atWork[d]!;
  }
  const rest = gains.map((gain, d) => gain - income[d]! + charges[d]! + taxes[d]!);
  const currency = instrument === undefined ? rest : rateEffects(ledger, instrument, series);
  const prices = rest.map((value, d) => value - currency[d]!);
  return { instrument, atWork, gains, prices, income, currency, charges, taxes };
}

/** What the change of the exchange rate did to the value of the close before. */
function rateEffects(ledger: Ledger, instrument: InstrumentId, { firstDay, values }: ValueSeries): Float64Array {
  const effects = new Float64Array(Math.max(values.length - 1, 0));
  const currency = ledger.currencyOf[ledger.columns.instruments.indexOf(instrument)];
  if (currency === undefined || currency === ledger.baseCurrency) return effects;
  const rates = rateRow(ledger.rates, currency, ledger.baseCurrency, firstDay, values.length).values;
  for (let d = 0; d < effects.length; d++)
    if (values[d] !== 0) effects[d] = (values[d]! * (rates[d + 1]! - rates[d]!)) / rates[d]!;
  return effects;
}

/** Amounts added up by day, for the days after the first. */
function dailySums(flows: readonly CashFlow[], firstDay: number, length: number): Float64Array {
  const sums = new Float64Array(length);
  for (const flow of flows) {
    const d = flow.day - firstDay - 1;
    if (d >= 0 && d < length) sums[d] = sums[d]! + doubleOf(flow);
  }
  return sums;
}

/** From the integer where there is one: a Decimal for each of many flows takes longer than all the rest. */
function doubleOf({ exact, amount }: CashFlow): number {
  if (exact === undefined) return amount?.toNumber() ?? Number.NaN;
  return Number(exact.digits) / Number(powerOfTen(exact.scale));
}
