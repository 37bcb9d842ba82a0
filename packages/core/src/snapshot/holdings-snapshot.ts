import { type EpochDay, fromEpochDay, type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import type { Prices } from "../cash-flows/cash-flow.ts";
import { exchangeRateOn } from "../fx/exchange-rate.ts";
import { bookedSum } from "../holdings/booked-sum.ts";
import { cashBalancesOn } from "../holdings/cash-balance.ts";
import { gainsByInstrument, type InstrumentGain } from "../holdings/disposals.ts";
import type { Holding } from "../holdings/holding.ts";
import { holdingsOn } from "../holdings/holdings-on.ts";
import type { Instrument, InstrumentId } from "../instrument/instrument.ts";
import type { AffectedFigure } from "../issues/affected-figures.ts";
import type { PriceOrigin } from "../issues/issues-question.ts";
import { issuesOf } from "../issues/issues-of.ts";
import { staleAfterDays } from "../issues/stale-after-days.ts";
import { type BookedLine, bookedLines } from "../ledger/booked-line.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { Decimal } from "../numbers/decimal.ts";
import { toDecimal } from "../numbers/fixed-point.ts";
import { type Measured, measured, type UndefinedReason, unmeasured } from "../outcome/measured.ts";
import { type PriceHistory, priceOn } from "../prices/price-history.ts";
import type { AccountId } from "../transactions/account.ts";
import { marketValueOn } from "../valuation/value-on.ts";
import { dayChange, newestCloseDay } from "./day-change.ts";
import type {
  AmountPair,
  CashSnapshot,
  HoldingSnapshot,
  HoldingsSnapshot,
  PriceSnapshot,
  TotalAmount,
} from "./holding-snapshot.ts";
import { type IncompleteFigures, incompleteFigures } from "./incomplete-figures.ts";
import { holdingsTotals } from "./holdings-totals.ts";

/** What a holdings snapshot is made of. The date is an argument: core has no clock. */
export interface HoldingsQuestion {
  readonly ledger: Ledger;
  readonly prices: Prices;
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>;
  readonly priceOrigins: ReadonlyMap<InstrumentId, PriceOrigin>;
  readonly date: PlainDate;
  readonly accounts?: readonly AccountId[];
  readonly revision: number;
}

const recentCloseCount = 63;

/**
 * Draws the picture of all holdings of a scope on a date: decimal strings, no Decimal, no BigInt.
 *
 * Use it for a screen or another thread; to go on computing ask {@link holdingsOn} and {@link marketValueOn}.
 *
 * Units: money as decimal text in the instrument's currency (`native`) and the base currency (`base`), ratios as fractions.
 * Undefined: an amount that is not known is absent; totals say what they leave out.
 *
 * @throws {PortfolioError} `invalid-date`: a date of the question is none
 * @example
 * const ledger = replayLedger({
 *   columns: packTransactions([
 *     { id: "deposit", account: "broker", kind: "deposit", tradeDate: "2026-01-02", currency: "EUR", grossAmount: "1000" },
 *     { id: "purchase", account: "broker", kind: "buy", tradeDate: "2026-01-05", currency: "EUR", instrument: "bakery", quantity: "10", unitPrice: "50" },
 *   ]),
 *   instrumentCurrencies: new Map([["bakery", "EUR"]]),
 *   baseCurrency: "EUR",
 *   rates: rateTable([]),
 * });
 * const prices = new Map([["bakery", priceHistory([["2026-01-05", "50"], ["2026-01-06", "52.5"]])]]);
 * const snapshot = holdingsSnapshot({
 *   ledger,
 *   prices,
 *   instruments: new Map([["bakery", { id: "bakery", name: "Example Bakeries", currency: "EUR" }]]),
 *   priceOrigins: new Map(),
 *   date: "2026-01-06",
 *   revision: 1,
 * });
 * snapshot.totals.totalValue.known; // => "1025"
 * snapshot.holdings.map(({ name, marketValue, weight }) => [name, marketValue.base, weight.value?.toFixed(3)]);
 * // => [["Example Bakeries", "525", "0.512"]]
 */
export function holdingsSnapshot(question: HoldingsQuestion): HoldingsSnapshot {
  const { ledger, date, revision } = question;
  const query = question.accounts === undefined ? { on: date } : { on: date, accounts: question.accounts };
  const gains = gainsByInstrument(ledger, query);
  const incomeLines = bookedLines(ledger, ["income"]);
  const lines = linesByInstrument(incomeLines);
  const held = holdingsOn(ledger, query);
  const closeDay = newestCloseDay(question.prices, held, date);
  const rows = held.map((holding) =>
    holdingRow(question, holding, gains.get(holding.instrument), lines.get(holding.instrument) ?? [], closeDay),
  );
  const cash = cashRows(question, cashBalancesOn(ledger, query));
  const open = rows.filter(({ quantity }) => quantity !== "0");
  const totals = holdingsTotals({ open, cash, gains, ledger, query, incomeLines });
  const weigh = (base: string | undefined, reason: UndefinedReason): Measured =>
    base === undefined || totals.totalValue.known === undefined
      ? unmeasured(reason)
      : share(new Decimal(base), new Decimal(totals.totalValue.known));
  const { accounts, prices, instruments, priceOrigins } = question;
  const scope = accounts === undefined ? {} : { accounts };
  const issues = issuesOf(ledger, prices, { from: date, to: date, scope, instruments, priceOrigins });
  const incomplete = incompleteFigures(ledger, issues, rows, new Set(gains.keys()));
  const asRow = (row: HoldingSnapshot): HoldingSnapshot => {
    const figures = incomplete.byInstrument.get(row.instrumentId);
    return figures === undefined ? row : { ...row, incomplete: figures };
  };
  return {
    version: 1,
    revision,
    date,
    baseCurrency: ledger.baseCurrency,
    holdings: open.map((row) =>
      asRow({ ...row, weight: weigh(row.marketValue.base, row.missing[0] ?? "missing-rate") }),
    ),
    closed: rows.filter(({ quantity }) => quantity === "0").map(asRow),
    cash: cash.map((row) => {
      const reasons = incomplete.byCurrency.get(row.currency);
      const weighed = { ...row, weight: weigh(row.base, "missing-rate") };
      return reasons === undefined ? weighed : { ...weighed, incomplete: reasons };
    }),
    ...(closeDay === undefined ? {} : { dayChangeDate: fromEpochDay(closeDay) }),
    totals: withReasons(totals, incomplete),
    leftOut: totals.totalValue.leftOut,
    issues,
  };
}

/** The sums among the totals say which issues leave them incomplete. */
function withReasons(totals: HoldingsSnapshot["totals"], { totals: reasons }: IncompleteFigures): typeof totals {
  const entries = Object.entries(totals).map(([name, total]: [string, TotalAmount | Measured]) => {
    const incomplete = "leftOut" in total ? reasons.get(name as AffectedFigure) : undefined;
    return [name, incomplete === undefined ? total : { ...total, incomplete }];
  });
  return Object.fromEntries(entries) as typeof totals;
}

function linesByInstrument(lines: readonly BookedLine[]): Map<InstrumentId | undefined, BookedLine[]> {
  const byInstrument = new Map<InstrumentId | undefined, BookedLine[]>();
  for (const line of lines) {
    const known = byInstrument.get(line.instrument);
    if (known === undefined) byInstrument.set(line.instrument, [line]);
    else known.push(line);
  }
  return byInstrument;
}

function holdingRow(
  question: HoldingsQuestion,
  holding: Holding,
  gains: InstrumentGain | undefined,
  lines: readonly BookedLine[],
  closeDay: EpochDay | undefined,
): HoldingSnapshot {
  const { ledger, prices, date } = question;
  const instrument = question.instruments.get(holding.instrument);
  const value = marketValueOn(ledger, prices, holding, date);
  const history = prices.get(holding.instrument);
  const query = {
    on: date,
    instrument: holding.instrument,
    ...(question.accounts === undefined ? {} : { accounts: question.accounts }),
  };
  const income = bookedSum(ledger, "income", query, lines);
  const cost = holding.isCostComplete ? holding.costBasis : undefined;
  const baseCost = holding.isCostComplete ? holding.baseCostBasis : undefined;
  const unrealized = { native: difference(value.native, cost), base: difference(value.base, baseCost) };
  const realizedBase = gains === undefined ? new Decimal(0) : gains.base;
  const totalGain = [unrealized.base, realizedBase, income.base].reduce(
    (sum, part) => sum && part && sum.plus(part),
    new Decimal(0) as Decimal | undefined,
  );
  const paidIn = baseCost && (gains === undefined ? baseCost : gains.costOut && baseCost.plus(gains.costOut));
  const change = dayChange(ledger, prices, holding, { date, day: closeDay });
  const missing = missingInputs(holding, value.native, value.base);
  const price = priceSnapshot(question, holding.instrument, history);
  return {
    instrumentId: holding.instrument,
    name: instrument?.name ?? holding.instrument,
    ...(instrument?.ticker === undefined ? {} : { ticker: instrument.ticker }),
    ...(instrument?.isin === undefined ? {} : { isin: instrument.isin }),
    ...(instrument?.assetClass === undefined ? {} : { assetClass: instrument.assetClass }),
    currency: holding.currency,
    accounts: holding.accounts,
    quantity: holding.quantity.toString(),
    ...(holding.unitCost === undefined || !holding.isCostComplete
      ? {}
      : { unitCost: holding.unitCost.toSignificantDigits(34).toString() }),
    costBasis: pair(cost, baseCost),
    ...(price === undefined ? {} : { price }),
    marketValue: pair(value.native, value.base),
    unrealizedGain: pair(unrealized.native, unrealized.base),
    unrealizedReturn: ratioOf(unrealized.base, baseCost, missing),
    realizedGain: pair(gains === undefined ? new Decimal(0) : gains.native, realizedBase),
    income: pair(income.byCurrency.size === 1 ? income.byCurrency.get(holding.currency) : undefined, income.base),
    totalGain: pair(undefined, totalGain),
    totalReturn: ratioOf(totalGain, paidIn, missing),
    dayChange: pair(change.native, change.base),
    dayReturn: change.ratio,
    weight: unmeasured("missing-price"),
    recentCloses: recentCloses(history, date),
    missing,
  };
}

function missingInputs(holding: Holding, native: Decimal | undefined, base: Decimal | undefined): UndefinedReason[] {
  const missing: UndefinedReason[] = [];
  if (native === undefined) missing.push("missing-price");
  else if (base === undefined) missing.push("missing-rate");
  if (holding.baseCostBasis === undefined && !missing.includes("missing-rate")) missing.push("missing-rate");
  if (!holding.isCostComplete) missing.push("missing-cost");
  return missing;
}

function priceSnapshot(
  question: HoldingsQuestion,
  instrument: InstrumentId,
  history: PriceHistory | undefined,
): PriceSnapshot | undefined {
  const today = toEpochDay(question.date);
  const close = priceOn(history, today);
  if (close === undefined) return undefined;
  const origin = question.priceOrigins.get(instrument) ?? { source: "manual" };
  const ageDays = today - close.day;
  return {
    price: toDecimal(close.digits, close.scale).toString(),
    date: fromEpochDay(close.day),
    ...origin,
    ageDays,
    isStale: ageDays > staleAfterDays(question.instruments.get(instrument)?.assetClass, origin),
  };
}

function recentCloses(history: PriceHistory | undefined, date: PlainDate): Float64Array {
  if (history === undefined) return new Float64Array();
  const today = toEpochDay(date);
  const end = history.days.findLastIndex((day) => day <= today) + 1;
  return history.closes.slice(Math.max(0, end - recentCloseCount), end).map((close) => close / 10 ** history.scale);
}

function cashRows(
  { ledger, date }: HoldingsQuestion,
  balances: readonly { currency: string; amount: Decimal }[],
): Omit<CashSnapshot, "weight">[] {
  const byCurrency = new Map<string, Decimal>();
  for (const { currency, amount } of balances)
    byCurrency.set(currency, (byCurrency.get(currency) ?? new Decimal(0)).plus(amount));
  return [...byCurrency]
    .filter(([, amount]) => !amount.isZero())
    .map(([currency, amount]) => {
      const rate = exchangeRateOn(ledger.rates, currency, ledger.baseCurrency, toEpochDay(date));
      const base = rate && amount.times(toDecimal(rate.digits, rate.scale)).toString();
      return { currency, amount: amount.toString(), ...(base === undefined ? {} : { base }) };
    });
}

function pair(native: Decimal | undefined, base: Decimal | undefined): AmountPair {
  return {
    ...(native === undefined ? {} : { native: native.toString() }),
    ...(base === undefined ? {} : { base: base.toString() }),
  };
}

function difference(value: Decimal | undefined, cost: Decimal | undefined): Decimal | undefined {
  return value && cost && value.minus(cost);
}

function ratioOf(amount: Decimal | undefined, by: Decimal | undefined, missing: readonly UndefinedReason[]): Measured {
  if (amount === undefined || by === undefined) return unmeasured(missing[0] ?? "missing-rate");
  return share(amount, by);
}

function share(part: Decimal, whole: Decimal): Measured {
  return whole.isZero() ? unmeasured("no-capital") : measured(part.div(whole).toNumber());
}
