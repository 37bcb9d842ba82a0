import { fromEpochDay, type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { Decimal } from "../numbers/decimal.ts";
import { toDecimal } from "../numbers/fixed-point.ts";
import { costOut, quantityOut } from "../ledger/disposal-history.ts";
import { amountAt } from "../ledger/amount-list.ts";
import type { HoldingHistory, InstrumentLedger } from "../ledger/holding-history.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { AccountId } from "../transactions/account.ts";
import { instrumentFilter } from "../transactions/scope.ts";
import type { TransactionId } from "../transactions/transaction.ts";
import { accountFilter } from "./holdings-on.ts";
import type { LedgerQuery } from "./ledger-query.ts";

/**
 * A sale or outgoing delivery with what it took out of the holding; also a return of capital above the cost (quantity 0).
 *
 * Amounts in the instrument's currency, and in the base currency each at its own date's rate (undefined without one).
 * gain = proceeds - cost.
 */
export interface Disposal {
  readonly transaction: TransactionId;
  readonly date: PlainDate;
  readonly account: AccountId;
  readonly instrument: InstrumentId;
  readonly quantity: Decimal;
  readonly proceeds: Decimal;
  readonly cost: Decimal;
  readonly gain: Decimal;
  readonly baseProceeds: Decimal | undefined;
  readonly baseCost: Decimal | undefined;
  readonly baseGain: Decimal | undefined;
}

/**
 * Disposals of a scope and range, by instrument and account, each in date order.
 *
 * Sign: a loss is a negative gain. Cost: O(holdings + disposals).
 *
 * @throws {PortfolioError} `invalid-date`: a date of the query is none
 * @example
 * const ledger = replayLedger({
 *   columns: packTransactions([
 *     { id: "purchase", account: "broker", kind: "buy", tradeDate: "2026-01-05", currency: "EUR", instrument: "bakery", quantity: "10", unitPrice: "50" },
 *     { id: "sale", account: "broker", kind: "sell", tradeDate: "2026-04-01", currency: "EUR", instrument: "bakery", quantity: "4", unitPrice: "80" },
 *   ]),
 *   instrumentCurrencies: new Map([["bakery", "EUR"]]),
 *   baseCurrency: "EUR",
 *   rates: rateTable([]),
 * });
 * disposalsOf(ledger).map(({ date, quantity, proceeds, cost, gain }) => `${date}: ${quantity} for ${proceeds} - ${cost} = ${gain}`);
 * // => ["2026-04-01: 4 for 320 - 200 = 120"]
 */
export function disposalsOf(ledger: Ledger, query: LedgerQuery = {}): Disposal[] {
  const result: Disposal[] = [];
  visitDisposals(ledger, query, (instrument, history, position) => {
    const { money, base, quantity } = instrument.scales;
    const { disposals } = history;
    const entry = disposals.entries[position]!;
    const row = history.rows[entry]!;
    const proceeds = toDecimal(amountAt(disposals.proceeds, position)!, money);
    const cost = toDecimal(costOut(history.cost, entry)!, money);
    const baseProceeds = optionalDecimal(amountAt(disposals.baseProceeds, position), base);
    const baseCost = optionalDecimal(costOut(history.baseCost, entry), base);
    result.push({
      transaction: ledger.columns.ids[row]!,
      date: fromEpochDay(history.days[entry]!),
      account: ledger.columns.accounts[history.account]!,
      instrument: ledger.columns.instruments[instrument.instrument]!,
      quantity: toDecimal(quantityOut(history.quantity, entry), quantity),
      proceeds,
      cost,
      gain: proceeds.minus(cost),
      baseProceeds,
      baseCost,
      baseGain: baseProceeds && baseCost && baseProceeds.minus(baseCost),
    });
  });
  return result;
}

/** The sum of realized gains of one instrument, or of all in the base currency. */
export interface RealizedGain {
  /** In the instrument's currency; undefined when the question is about several instruments. */
  readonly native: Decimal | undefined;
  /** In the base currency; undefined when a rate is missing. */
  readonly base: Decimal | undefined;
}

/** Realized gain of one instrument, and the cost of what was disposed of in the base currency. */
export interface InstrumentGain {
  readonly native: Decimal;
  readonly base: Decimal | undefined;
  readonly costOut: Decimal | undefined;
}

/** Realized gains of a scope and range by instrument, summed exactly before they become decimals. */
export function gainsByInstrument(ledger: Ledger, query: LedgerQuery = {}): Map<InstrumentId, InstrumentGain> {
  const sums = new Map<InstrumentLedger, { native: bigint; base: bigint | undefined; costOut: bigint | undefined }>();
  visitDisposals(ledger, query, (instrument, { disposals, cost, baseCost: baseCosts }, position) => {
    const sum = sums.get(instrument) ?? { native: 0n, base: 0n, costOut: 0n };
    const entry = disposals.entries[position]!;
    const baseProceeds = amountAt(disposals.baseProceeds, position);
    const baseCost = costOut(baseCosts, entry);
    const isKnown = baseProceeds !== undefined && baseCost !== undefined;
    sum.native += amountAt(disposals.proceeds, position)! - costOut(cost, entry)!;
    sum.base = sum.base === undefined || !isKnown ? undefined : sum.base + baseProceeds - baseCost;
    sum.costOut = sum.costOut === undefined || baseCost === undefined ? undefined : sum.costOut + baseCost;
    sums.set(instrument, sum);
  });
  return new Map(
    [...sums].map(([{ instrument, scales }, { native, base, costOut }]) => [
      ledger.columns.instruments[instrument]!,
      {
        native: toDecimal(native, scales.money),
        base: optionalDecimal(base, scales.base),
        costOut: optionalDecimal(costOut, scales.base),
      },
    ]),
  );
}

/**
 * Realized gain of a scope and range: proceeds less cost of all its disposals, summed exactly.
 *
 * Sign: a loss is negative. Undefined: see {@link RealizedGain}. Without disposals 0. Cost: O(holdings + disposals).
 *
 * @throws {PortfolioError} `invalid-date`: a date of the query is none
 * @example
 * const ledger = replayLedger({
 *   columns: packTransactions([
 *     { id: "purchase", account: "broker", kind: "buy", tradeDate: "2026-01-05", currency: "EUR", instrument: "bakery", quantity: "10", unitPrice: "50" },
 *     { id: "sale", account: "broker", kind: "sell", tradeDate: "2026-04-01", currency: "EUR", instrument: "bakery", quantity: "4", unitPrice: "80" },
 *   ]),
 *   instrumentCurrencies: new Map([["bakery", "EUR"]]),
 *   baseCurrency: "EUR",
 *   rates: rateTable([]),
 * });
 * realizedGain(ledger, { after: "2025-12-31", on: "2026-12-31" }).base?.toString(); // => "120"
 * realizedGain(ledger, { on: "2026-03-31" }).base?.toString(); // => "0"
 */
export function realizedGain(ledger: Ledger, query: LedgerQuery = {}): RealizedGain {
  const gains = [...gainsByInstrument(ledger, query).values()];
  const none = toDecimal(0n, 0);
  return {
    native: query.instrument === undefined ? undefined : (gains[0]?.native ?? none),
    base: gains.reduce<Decimal | undefined>((total, { base }) => total && base && total.plus(base), none),
  };
}

/** Gets the position of a disposal among those of its holding. */
type Visit = (instrument: InstrumentLedger, history: HoldingHistory, position: number) => void;

function visitDisposals(ledger: Ledger, query: LedgerQuery, visit: Visit): void {
  const { instruments } = ledger.columns;
  const after = query.after === undefined ? -Infinity : toEpochDay(query.after);
  const on = query.on === undefined ? Infinity : toEpochDay(query.on);
  const wanted = accountFilter(ledger, query);
  const isNamed = instrumentFilter(query);
  for (const instrument of ledger.instruments) {
    if (instrument === undefined || !isNamed(instruments[instrument.instrument])) continue;
    for (const history of instrument.holdings) {
      if (!wanted(history.account)) continue;
      history.disposals.entries.forEach((entry, position) => {
        const soldOn = history.days[entry]!;
        if (soldOn > after && soldOn <= on) visit(instrument, history, position);
      });
    }
  }
}

function optionalDecimal(digits: bigint | undefined, scale: number): Decimal | undefined {
  return digits === undefined ? undefined : toDecimal(digits, scale);
}
