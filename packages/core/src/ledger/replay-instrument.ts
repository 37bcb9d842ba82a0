import type { CurrencyCode } from "../money/currency.ts";
import { digitsOfAt, hasDecimal } from "../numbers/decimal-column.ts";
import { parseFixedPoint, powerOfTen } from "../numbers/fixed-point.ts";
import { divideHalfEven } from "../numbers/rounding.ts";
import { fromEpochDay } from "../calendar/plain-date.ts";
import { type Issue, issue } from "../outcome/issue.ts";
import { relieveAverageCost, relieveAverageCostRounded } from "../lots/average-cost.ts";
import { type TransactionColumns, kindCode } from "../transactions/transaction-columns.ts";
import type { HoldingHistory, InstrumentLedger } from "./holding-history.ts";
import type { LedgerOptions } from "./ledger-options.ts";
import { rateOfRow, statesAmount, type TradeAmounts, type TransactionRates, tradeAmounts } from "./trade-amounts.ts";

/** What the replay of one instrument shares with the others. */
export interface ReplayContext {
  readonly columns: TransactionColumns;
  readonly options: LedgerOptions;
  readonly rates: TransactionRates;
  readonly otherHalf: Int32Array;
  readonly rejected: Uint8Array;
  readonly deliveryValues: ReadonlyMap<number, string>;
  readonly issues: Issue[];
}

/** The running state of one account's holding; what a step reads and replaces. */
interface OpenHolding {
  readonly history: HoldingHistory;
  quantity: bigint;
  cost: bigint;
  base: bigint | undefined;
  isIncomplete: boolean;
}

/** Cost that travels: what a reduction takes out of a holding. */
interface Relieved {
  readonly cost: bigint;
  readonly base: bigint | undefined;
}

/**
 * Replays one instrument over all accounts by the average-cost method: a left fold over its transactions in order.
 *
 * Instruments do not depend on each other, so an edit replays one of them. Never stops: what cannot be applied is
 * rejected whole, with an issue, and the fold goes on.
 */
export function replayInstrument(context: ReplayContext, instrument: number, currency: CurrencyCode, rows: Int32Array): InstrumentLedger {
  const replay = new InstrumentReplay(context, instrument, currency, rows);
  for (const row of rows) replay.step(row);
  return { instrument, scales: replay.amounts.scales, holdings: replay.histories };
}

/** Internal to this file: the mutable accumulator of the fold. */
class InstrumentReplay {
  readonly histories: HoldingHistory[] = [];
  readonly amounts: TradeAmounts;
  readonly #context: ReplayContext;
  readonly #instrument: number;
  readonly #currency: CurrencyCode;
  readonly #open: (OpenHolding | undefined)[] = [];
  #lastSplit = "";

  constructor(context: ReplayContext, instrument: number, currency: CurrencyCode, rows: Int32Array) {
    this.#context = context;
    this.#instrument = instrument;
    this.#currency = currency;
    this.amounts = tradeAmounts(context.columns, rows, currency, context.options, context.rates);
  }

  step(row: number): void {
    const { columns, options } = this.#context;
    switch (columns.kind[row]) {
      case kindCode.buy:
      case kindCode["delivery-in"]:
      case kindCode["staking-reward"]:
      case kindCode.airdrop:
        return this.#acquire(row);
      case kindCode.sell:
      case kindCode["delivery-out"]:
        return this.#dispose(row);
      case kindCode.split:
        return this.#split(row);
      case kindCode["transfer-out"]:
      case kindCode["transfer-in"]:
        return this.#transfer(row);
      case kindCode.dividend:
        return options.dividendReducesCost ? this.#returnCapital(row) : undefined;
      case kindCode["return-of-capital"]:
        return this.#returnCapital(row);
      case kindCode.accumulation:
        return this.#accumulate(row);
      default:
        return undefined;
    }
  }

  #acquire(row: number): void {
    const { columns } = this.#context;
    const holding = this.#holdingOf(columns.account[row]!);
    const quantity = digitsOfAt(columns.quantity, row, this.amounts.scales.quantity);
    const cost = this.amounts.native(row, 1);
    const base = this.amounts.base(row, 1, cost);
    if (cost === undefined || (columns.kind[row] !== kindCode.buy && !statesAmount(columns, row))) this.#raiseMissingCost(row, holding, cost === undefined);
    if (base === undefined) this.#raiseMissingRate(row);
    this.#add(holding, row, quantity, cost ?? 0n, base);
  }

  #dispose(row: number): void {
    const holding = this.#holdingOf(this.#context.columns.account[row]!);
    const quantity = this.#quantityHeld(row, holding);
    if (quantity === undefined) return;
    const relieved = this.#relieve(holding, quantity);
    const [proceeds, baseProceeds] = this.#proceeds(row, relieved);
    const { disposals } = holding.history;
    disposals.rows.push(row);
    disposals.quantity.push(quantity);
    disposals.proceeds.push(proceeds);
    disposals.cost.push(relieved.cost);
    if (!this.amounts.isBase) {
      disposals.baseProceeds.push(baseProceeds);
      disposals.baseCost.push(relieved.base);
    }
    this.#remove(holding, row, quantity, relieved);
  }

  /** What a disposal brings in; a delivery that states nothing takes the market value handed in, else its own cost. */
  #proceeds(row: number, relieved: Relieved): [bigint, bigint | undefined] {
    const { columns, deliveryValues, rates } = this.#context;
    if (columns.kind[row] === kindCode.sell || statesAmount(columns, row)) {
      const native = this.amounts.native(row, -1);
      const base = this.amounts.base(row, -1, native);
      if (native === undefined || base === undefined) this.#raiseMissingRate(row);
      return [native ?? relieved.cost, base];
    }
    const value = deliveryValues.get(row);
    if (value === undefined) {
      this.#raise("missing-price", row, "A delivery out states no amount and no price is known on its day, so it is booked at cost. Add a price or an amount.");
      return [relieved.cost, relieved.base];
    }
    const { money, base: baseScale } = this.amounts.scales;
    const fixed = parseFixedPoint(value);
    const native = fixed.scale <= money ? fixed.digits * powerOfTen(money - fixed.scale) : divideHalfEven(fixed.digits, powerOfTen(fixed.scale - money));
    if (this.amounts.isBase) return [native, native];
    const rate = rateOfRow(columns, row, this.#currency, rates);
    return [native, rate && native * rate.digits * powerOfTen(baseScale - money - rate.scale)];
  }

  #split(row: number): void {
    const { columns } = this.#context;
    const ratio = columns.details.get(row)?.ratio;
    if (ratio === undefined) return;
    // Two accounts of one broker both list the split: the same ratio on one day is one event.
    const event = `${columns.day[row]} ${ratio.numerator}/${ratio.denominator}`;
    if (event === this.#lastSplit) return;
    this.#lastSplit = event;
    const numerator = parseFixedPoint(ratio.numerator);
    const denominator = parseFixedPoint(ratio.denominator);
    const times = numerator.digits * powerOfTen(denominator.scale);
    const by = denominator.digits * powerOfTen(numerator.scale);
    if (times <= 0n || by <= 0n) return this.#reject(row, "unsupported-kind", "A split needs a ratio of two positive numbers. Edit its ratio.");
    for (const holding of this.#open) {
      if (holding === undefined || holding.quantity === 0n) continue;
      holding.quantity = divideHalfEven(holding.quantity * times, by);
      this.#record(holding, row);
    }
  }

  /** A pair takes effect as one step, at its outgoing half; a half alone is a delivery of units with or from their cost. */
  #transfer(row: number): void {
    const { columns, otherHalf } = this.#context;
    const isOut = columns.kind[row] === kindCode["transfer-out"];
    const other = otherHalf[row]!;
    if (!isOut && other >= 0) return;
    if (other < 0) this.#raise("unpaired-transfer", row, "Half a transfer has no other half, so it counts as coming from or going outside. Pair it, or make it a delivery.");
    if (!isOut) return this.#acquire(row);
    const from = this.#holdingOf(columns.account[row]!);
    const quantity = this.#quantityHeld(row, from);
    if (quantity === undefined) {
      if (other >= 0) this.#context.rejected[other] = 1;
      return;
    }
    const relieved = this.#relieve(from, quantity);
    const isIncomplete = from.isIncomplete;
    this.#remove(from, row, quantity, relieved);
    if (other < 0) return;
    const to = this.#holdingOf(columns.account[other]!);
    to.isIncomplete ||= isIncomplete;
    this.#add(to, row, quantity, relieved.cost, relieved.base);
  }

  /** Lowers cost, never below 0; what exceeds the cost is gain of that day. */
  #returnCapital(row: number): void {
    const holding = this.#holdingOf(this.#context.columns.account[row]!);
    const [gross, baseGross] = this.#grossAlone(row);
    if (gross === undefined) return;
    const lowered = gross > holding.cost ? holding.cost : gross;
    const baseLowered = baseGross === undefined || holding.base === undefined ? undefined : baseGross > holding.base ? holding.base : baseGross;
    if (gross > lowered || (baseGross !== undefined && baseLowered !== undefined && baseGross > baseLowered)) {
      const { disposals } = holding.history;
      disposals.rows.push(row);
      disposals.quantity.push(0n);
      disposals.proceeds.push(gross - lowered);
      disposals.cost.push(0n);
      if (!this.amounts.isBase) {
        disposals.baseProceeds.push(baseGross === undefined || baseLowered === undefined ? undefined : baseGross - baseLowered);
        disposals.baseCost.push(0n);
      }
    }
    holding.cost -= lowered;
    holding.base = holding.base === undefined || baseLowered === undefined ? undefined : holding.base - baseLowered;
    this.#record(holding, row);
  }

  #accumulate(row: number): void {
    const holding = this.#holdingOf(this.#context.columns.account[row]!);
    const [gross, baseGross] = this.#grossAlone(row);
    if (gross === undefined || holding.quantity === 0n) return;
    this.#add(holding, row, 0n, gross, baseGross);
  }

  /** Gross without charges, whatever the options say. */
  #grossAlone(row: number): [bigint | undefined, bigint | undefined] {
    const { columns, rates } = this.#context;
    const plain = tradeAmounts(columns, Int32Array.of(row), this.#currency, { ...this.#context.options, feesInCost: false, taxesInCost: false }, rates);
    const native = plain.native(row, 1);
    const base = plain.base(row, 1, native);
    const { money, base: baseScale } = this.amounts.scales;
    return [native && native * powerOfTen(money - plain.scales.money), base && base * powerOfTen(baseScale - plain.scales.base)];
  }

  /** The quantity a reduction asks for, or undefined when it is more than is held: then it has no effect at all. */
  #quantityHeld(row: number, holding: OpenHolding): bigint | undefined {
    const quantity = digitsOfAt(this.#context.columns.quantity, row, this.amounts.scales.quantity);
    if (quantity <= holding.quantity) return quantity;
    this.#reject(row, "oversold", "More is sold or moved out than is held on this day, so the transaction has no effect. Add the missing purchase or correct the quantity.");
    return undefined;
  }

  #relieve(holding: OpenHolding, sold: bigint): Relieved {
    const { roundCostPerSale } = this.#context.options;
    const { money, base: baseScale } = this.amounts.scales;
    const share = (cost: bigint, scale: number): bigint =>
      roundCostPerSale === undefined
        ? relieveAverageCost(cost, sold, holding.quantity)
        : relieveAverageCostRounded(cost, sold, holding.quantity, scale, roundCostPerSale);
    if (sold === 0n) return { cost: 0n, base: 0n };
    const cost = share(holding.cost, money);
    return { cost, base: this.amounts.isBase ? cost : holding.base === undefined ? undefined : share(holding.base, baseScale) };
  }

  #add(holding: OpenHolding, row: number, quantity: bigint, cost: bigint, base: bigint | undefined): void {
    holding.quantity += quantity;
    holding.cost += cost;
    holding.base = holding.base === undefined || base === undefined ? undefined : holding.base + base;
    this.#record(holding, row);
  }

  #remove(holding: OpenHolding, row: number, quantity: bigint, relieved: Relieved): void {
    holding.quantity -= quantity;
    holding.cost -= relieved.cost;
    const isClosed = holding.quantity === 0n;
    holding.base = isClosed ? 0n : holding.base === undefined || relieved.base === undefined ? undefined : holding.base - relieved.base;
    if (isClosed) holding.isIncomplete = false;
    this.#record(holding, row);
  }

  #record(holding: OpenHolding, row: number): void {
    const { history } = holding;
    history.rows.push(row);
    history.quantity.push(holding.quantity);
    history.cost.push(holding.cost);
    if (!this.amounts.isBase) history.baseCost.push(holding.base);
    if (holding.isIncomplete) history.incomplete.add(history.rows.length - 1);
  }

  #holdingOf(account: number): OpenHolding {
    return (this.#open[account] ??= this.#openHolding(account));
  }

  #openHolding(account: number): OpenHolding {
    const cost: bigint[] = [];
    const proceeds: bigint[] = [];
    const disposedCost: bigint[] = [];
    const { isBase } = this.amounts;
    const history: HoldingHistory = {
      account,
      instrument: this.#instrument,
      rows: [],
      quantity: [],
      cost,
      baseCost: isBase ? cost : [],
      incomplete: new Set(),
      disposals: { rows: [], quantity: [], proceeds, cost: disposedCost, baseProceeds: isBase ? proceeds : [], baseCost: isBase ? disposedCost : [] },
    };
    this.histories.push(history);
    return { history, quantity: 0n, cost: 0n, base: 0n, isIncomplete: false };
  }

  #raiseMissingCost(row: number, holding: OpenHolding, isRateMissing: boolean): void {
    holding.isIncomplete = true;
    if (isRateMissing) return this.#raiseMissingRate(row);
    if (hasDecimal(this.#context.columns.quantity, row)) {
      this.#raise("missing-cost", row, "Units arrived without a cost, so cost and gain of this holding are incomplete. Enter what they cost.");
    }
  }

  #raiseMissingRate(row: number): void {
    const { columns, rates } = this.#context;
    const currency = columns.currencies[columns.currency[row]!] ?? this.#currency;
    this.#raise("missing-rate", row, `No exchange rate of ${currency} to ${rates.baseCurrency} is known on this day, so figures in ${rates.baseCurrency} leave it out. Fetch or enter the rate.`);
  }

  #reject(row: number, code: "oversold" | "unsupported-kind", message: string): void {
    this.#context.rejected[row] = 1;
    this.#raise(code, row, message);
  }

  #raise(code: Issue["code"], row: number, message: string): void {
    const { columns, issues } = this.#context;
    const source = { transactionId: columns.ids[row]!, instrumentId: columns.instruments[this.#instrument]!, accountId: columns.accounts[columns.account[row]!]! };
    issues.push(issue(code, message, source, fromEpochDay(columns.day[row]!)));
  }
}
